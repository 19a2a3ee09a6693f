import { createHash, randomUUID } from "node:crypto";
import { findCall } from "../../../orders/index.ts";
import { actorName, authorize, displayName } from "../../../platform/access.ts";
import { record } from "../../../platform/audit.ts";
import type { Ctx } from "../../../platform/context.ts";
import { notFound } from "../../../platform/errors.ts";
import { mask } from "../../../platform/mask.ts";
import { findArticle } from "../../store.ts";
import { rememberQuestion } from "../gaps/remember-question.ts";
import { findShownVersion } from "../told/shown-version.ts";
import { feedbackView } from "./feedback-view.ts";
import type { Feedback, GiveFeedback } from "./schema.ts";
import { findFeedback, insertFeedback } from "./store.ts";

/**
 * One click of a reader about an article, or that there is none for the question. Editors read it masked. The same click again is
 * the same row. Throws AppError `not_found` for a call or an article out of sight.
 */
export async function giveFeedback(ctx: Ctx, input: GiveFeedback): Promise<Feedback> {
  authorize(ctx.actor, "article.feedback");
  const { kind, articleId = null, version = null, callId = null, question, note } = input;
  if (callId !== null) await findCall(ctx.db, ctx.actor, callId);
  // What was on the screen may be retired by now.
  if (articleId !== null && version !== null) await findShownVersion(ctx, articleId, version);
  else if (articleId !== null) await findArticle(ctx.db, ctx.actor, articleId, ctx.now());
  const asked = question ? mask(question).text : null;
  const by = actorName(ctx.actor);
  const id = await ctx.inTransaction(async (tx) => {
    const { id, isNew } = await insertFeedback(tx, {
      id: randomUUID(),
      kind,
      // Praise asks nothing of an editor.
      state: kind === "有用" ? "handled" : "open",
      articleId,
      version,
      callId,
      question: asked,
      note: note ? mask(note).text : null,
      by,
      byName: displayName(ctx.actor),
      at: ctx.now(),
      decidedByName: null,
      decidedAt: null,
      decision: null,
      onceKey: onceKeyOf(by, [kind, articleId, callId, articleId ? null : asked]),
    });
    if (!isNew) return id;
    record(tx, ctx, "article.feedback", articleId ?? callId ?? "none", { kind, id });
    return id;
  });
  if (kind === "缺失" && asked)
    await rememberQuestion(ctx, { source: callId ? "live" : "search", callId, question: asked, utterance: null });
  const kept = await findFeedback(ctx.db, id);
  if (!kept) throw notFound("反馈");
  return feedbackView(kept);
}

const onceKeyOf = (by: string, what: unknown[]): string =>
  createHash("sha256")
    .update(JSON.stringify([by, ...what]))
    .digest("hex");
