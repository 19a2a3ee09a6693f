import type { Call, Draft } from "../orders/index.ts";
import { authorize } from "../platform/access.ts";
import { record } from "../platform/audit.ts";
import type { Ctx } from "../platform/context.ts";
import { scoreByRubric } from "./score-by-rubric.ts";
import { insertScore } from "./store.ts";

/** Scores the agent's service in a call by the rubric, once: a call that has a score keeps it. */
export async function scoreCall(ctx: Ctx, call: Call, draft: Draft | null): Promise<void> {
  authorize(ctx.actor, "call.process");
  const { score, band, items } = scoreByRubric(ctx.rules, call, draft);
  await ctx.inTransaction(async (tx) => {
    const row = { callId: call.id, score, band, items, rulesVersion: ctx.rules.version, scoredAt: ctx.now() };
    if (await insertScore(tx, row)) record(tx, ctx, "call.score", call.id, { score });
  });
}
