import { randomUUID } from "node:crypto";
import { actorName, displayName } from "../../../platform/access.ts";
import { record } from "../../../platform/audit.ts";
import type { Ctx } from "../../../platform/context.ts";
import { notFound } from "../../../platform/errors.ts";
import { isRight } from "./judge-answer.ts";
import { scopeOf } from "./quiz-view.ts";
import type { AnswerQuiz, QuizVerdict } from "./schema.ts";
import { findQuiz, insertAnswer } from "./store.ts";

/** Judges an answer and keeps it; then shows the right one with its sentence. Throws AppError `not_found`. */
export async function answerQuiz(ctx: Ctx, id: string, { answer: given }: AnswerQuiz): Promise<QuizVerdict> {
  const quiz = await findQuiz(ctx.db, scopeOf(ctx), id);
  if (quiz?.state !== "approved") throw notFound("题目");
  const { kind, answer, quote, articleId } = quiz;
  const ok = isRight(kind, answer, given);
  const by = { by: actorName(ctx.actor), byName: displayName(ctx.actor) };
  await ctx.inTransaction(async (tx) => {
    await insertAnswer(tx, { id: randomUUID(), quizId: id, ...by, answer: given, ok, at: ctx.now() });
    record(tx, ctx, "quiz.answer", id, { ok });
  });
  return { ok, answer, quote, articleId };
}
