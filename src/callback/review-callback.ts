import type { Call } from "../orders/index.ts";
import { authorize } from "../platform/access.ts";
import { record } from "../platform/audit.ts";
import type { Ctx } from "../platform/context.ts";
import { readCallback } from "./read-callback.ts";
import type { CallbackReview } from "./schema.ts";
import { insertReview } from "./store.ts";

/** Reads what was asked and answered in a callback, and how, once: a callback that has a review keeps it. Gives the reading. */
export async function reviewCallback(ctx: Ctx, call: Call): Promise<CallbackReview> {
  authorize(ctx.actor, "call.process");
  const review = readCallback(ctx.rules, call);
  await ctx.inTransaction(async (tx) => {
    const row = { callId: call.id, review, rulesVersion: ctx.rules.version, reviewedAt: ctx.now() };
    if (await insertReview(tx, row)) record(tx, ctx, "callback.review", call.id);
  });
  return review;
}
