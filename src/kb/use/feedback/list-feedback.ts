import { authorize } from "../../../platform/access.ts";
import type { Ctx } from "../../../platform/context.ts";
import { feedbackView } from "./feedback-view.ts";
import type { Feedback, ListFeedback } from "./schema.ts";
import { selectFeedback } from "./store.ts";

/** What readers said about articles, newest first. For editors; callers' words are masked. */
export async function listFeedback(ctx: Ctx, filter: ListFeedback): Promise<Feedback[]> {
  authorize(ctx.actor, "article.edit");
  return (await selectFeedback(ctx.db, filter)).map(feedbackView);
}
