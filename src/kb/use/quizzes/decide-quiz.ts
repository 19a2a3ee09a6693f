import { authorize, displayName } from "../../../platform/access.ts";
import { record } from "../../../platform/audit.ts";
import type { Ctx } from "../../../platform/context.ts";
import { AppError, notFound } from "../../../platform/errors.ts";
import { quizView, scopeOf } from "./quiz-view.ts";
import type { DecideQuiz, Quiz } from "./schema.ts";
import { findQuiz, updateQuiz } from "./store.ts";

/**
 * An editor lets a training question through, rejects it, or mends its words first. Throws AppError `not_found`, `invalid` for an
 * answer that is none of the choices.
 */
export async function decideQuiz(ctx: Ctx, id: string, { state, question, answer }: DecideQuiz): Promise<Quiz> {
  authorize(ctx.actor, "article.edit");
  const scope = scopeOf(ctx);
  const quiz = await findQuiz(ctx.db, scope, id);
  if (!quiz) throw notFound("题目");
  if (answer && quiz.kind === "单选" && !quiz.choices.includes(answer))
    throw new AppError("invalid", "答案应是选项之一");
  await ctx.inTransaction(async (tx) => {
    const words = { ...(question ? { question } : {}), ...(answer ? { answer } : {}) };
    await updateQuiz(tx, id, { ...words, state, decidedByName: displayName(ctx.actor), decidedAt: ctx.now() });
    record(tx, ctx, "quiz.decide", id, { state, changed: Object.keys(words) });
  });
  const decided = await findQuiz(ctx.db, scope, id);
  if (!decided) throw notFound("题目");
  return quizView(ctx, decided);
}
