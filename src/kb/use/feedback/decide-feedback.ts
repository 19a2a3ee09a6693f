import { authorize, displayName } from "../../../platform/access.ts";
import { record } from "../../../platform/audit.ts";
import type { Ctx } from "../../../platform/context.ts";
import { notFound } from "../../../platform/errors.ts";
import { feedbackView } from "./feedback-view.ts";
import type { DecideFeedback, Feedback } from "./schema.ts";
import { decideFeedbackRow, findFeedback } from "./store.ts";

/** An editor's word on what a reader said. Throws AppError `not_found`. */
export async function decideFeedback(ctx: Ctx, id: string, { state, note }: DecideFeedback): Promise<Feedback> {
  authorize(ctx.actor, "article.edit");
  const isOpen = state === "open";
  const decision = {
    state,
    decidedByName: isOpen ? null : displayName(ctx.actor),
    decidedAt: isOpen ? null : ctx.now(),
    decision: isOpen ? null : (note ?? null),
  };
  const kept = await ctx.inTransaction(async (tx) => {
    if (!(await decideFeedbackRow(tx, id, decision))) throw notFound("反馈");
    record(tx, ctx, "article.feedback_decide", id, { state });
    return findFeedback(tx, id);
  });
  if (!kept) throw notFound("反馈");
  return feedbackView(kept);
}
