import type { Call, Draft } from "../orders/index.ts";
import type { Ctx } from "../platform/context.ts";
import { leadingRiskOf, riskOf } from "./risk.ts";
import type { QaScore, Severity } from "./schema.ts";
import type { QaScoreRow } from "./store.ts";

type OrderOfCall = Draft & { agencies?: { lead: string | null } | null };

/** What else is known of a call when it is scored: its order, and for a callback the leading sentences that were found. */
export type Beside = { order?: OrderOfCall | null; leading?: readonly { severity: Severity }[] };

/** The row of a score that nobody has judged yet. */
export function scoreRow(
  ctx: Ctx,
  call: Call,
  { score, band, items }: QaScore,
  { order, leading = [] }: Beside,
): QaScoreRow {
  const { risk: weights } = ctx.rules.rubric.review;
  const leadingRisk = leadingRiskOf(
    weights,
    leading.map(({ severity }) => severity),
  );
  return {
    callId: call.id,
    score,
    band,
    items,
    rulesVersion: ctx.rules.version,
    scoredAt: ctx.now(),
    direction: call.direction,
    startedAt: new Date(call.startedAt),
    agentId: call.agentId ?? null,
    title: order?.title ?? call.order?.title ?? null,
    agency: order?.agencies?.lead ?? call.order?.organizer ?? null,
    category: order?.category.item ?? null,
    finalScore: score,
    finalBand: band,
    ...countsOf(items),
    decided: 0,
    ...riskOf(weights, items, leadingRisk),
    leadingRisk,
    reviewedAt: null,
    acknowledgedAt: null,
  };
}

/** What lists and months ask of items: those that cost, and how many wait for a person. */
export function countsOf(items: QaScore["items"]): Pick<QaScoreRow, "deducted" | "pending"> {
  return {
    deducted: items.filter(({ verdict }) => verdict === "扣分").map(({ item }) => item),
    pending: items.filter(({ verdict }) => verdict === "待人工").length,
  };
}
