import { basisOfCall } from "../kb/index.ts";
import type { Call } from "../orders/index.ts";
import { authorize } from "../platform/access.ts";
import { record } from "../platform/audit.ts";
import type { Ctx } from "../platform/context.ts";
import type { Circumstances } from "./judge.ts";
import { hintOnlyItems } from "./review/store-items.ts";
import { scoreByRubric } from "./score-by-rubric.ts";
import { type Beside, scoreRow } from "./score-row.ts";
import { dialectSeats, insertScore } from "./store.ts";

/** Scores the agent's service in a call by the rubric, once: a call that has a score keeps it. */
export async function scoreCall(ctx: Ctx, call: Call, beside: Beside): Promise<void> {
  authorize(ctx.actor, "call.process");
  const around = { ...(await circumstancesOf(ctx))(call), knowledge: await basisOfCall(ctx, call) };
  const score = scoreByRubric(ctx.rules, call, beside.order ?? null, around);
  await ctx.inTransaction(async (tx) => {
    if (await insertScore(tx, scoreRow(ctx, call, score, beside)))
      record(tx, ctx, "call.score", call.id, { score: score.score });
  });
}

/** Reads what the seats are (X25) and which items only hint now; the answer then tells of any call. */
export async function circumstancesOf({ db, rules }: Ctx): Promise<(call: Pick<Call, "agentId">) => Circumstances> {
  const [dialect, hintOnly] = [await dialectSeats(db), await hintOnlyItems(db)];
  const isPerSeat = rules.settings.dialect === "perSeat";
  return ({ agentId }) => ({ hintOnly, isDialectSeat: isPerSeat && agentId ? dialect.has(agentId) : false });
}
