import type { Ctx, Db } from "../../platform/context.ts";
import { riskOf } from "../risk.ts";
import type { Settled } from "../schema-review.ts";
import { countsOf } from "../score-row.ts";
import type { QaScoreRow } from "../store.ts";
import { settle } from "./settle.ts";
import { updateScore } from "./store-heads.ts";
import { appealsOf, decisionsOf, shownAppeal, shownDecision } from "./store-words.ts";

/** What a call counts as now, from its score and everybody's word, or the word of one person only. */
export async function settledOf(db: Db, ctx: Ctx, row: QaScoreRow, onlyById?: string): Promise<Settled> {
  const said = (await decisionsOf(db, row.callId)).map(shownDecision);
  const decisions = onlyById === undefined ? said : said.filter(({ byId }) => byId === onlyById);
  const appeals = (await appealsOf(db, row.callId)).map(shownAppeal);
  return settle(ctx.rules.rubric, row, decisions, appeals);
}

/** Columns of a score that follow from what the call counts as. */
export function finalColumns(ctx: Ctx, leadingRisk: number, settled: Settled): Partial<QaScoreRow> {
  return {
    finalScore: settled.score,
    finalBand: settled.band,
    decided: settled.decided,
    ...countsOf(settled.items),
    ...riskOf(ctx.rules.rubric.review.risk, settled.items, leadingRisk),
  };
}

/** Works out anew what a call counts as, after a person's word, and keeps it for lists and months. `row` must be locked. */
export async function refreshScore(
  tx: Db,
  ctx: Ctx,
  row: QaScoreRow,
  more: Partial<QaScoreRow> = {},
): Promise<Settled> {
  const settled = await settledOf(tx, ctx, row);
  await updateScore(tx, row.callId, { ...finalColumns(ctx, row.leadingRisk, settled), ...more });
  return settled;
}
