import { randomUUID } from "node:crypto";
import { authorize } from "../../../platform/access.ts";
import { record } from "../../../platform/audit.ts";
import type { Ctx } from "../../../platform/context.ts";
import { AppError } from "../../../platform/errors.ts";
import { findArticle } from "../../store.ts";
import { versionAt } from "../../store-versions.ts";
import { makeQuizzes } from "./make-quizzes.ts";
import { quizView, scopeOf } from "./quiz-view.ts";
import type { Quiz } from "./schema.ts";
import { insertQuizzes, selectQuizzes } from "./store.ts";

const shown = 200;

/**
 * Makes training questions from the version of an article that readers are shown, for an editor to look through. Again it adds only
 * what is new. Throws AppError `not_found`, `conflict` when nothing of it is shown.
 */
export async function createQuizzes(ctx: Ctx, articleId: string): Promise<Quiz[]> {
  authorize(ctx.actor, "article.edit");
  await findArticle(ctx.db, ctx.actor, articleId, ctx.now());
  const version = await versionAt(ctx.db, articleId, ctx.now());
  if (!version) throw new AppError("conflict", "这条知识没有发布中的版本，不能出题");
  const rows = makeQuizzes(version.title, version.body).map((quiz) => ({
    ...quiz,
    id: randomUUID(),
    articleId,
    version: version.number,
    state: "draft" as const,
    createdAt: ctx.now(),
    decidedByName: null,
    decidedAt: null,
  }));
  if (rows.length)
    await ctx.inTransaction(async (tx) => {
      const made = await insertQuizzes(tx, rows);
      if (made.length) record(tx, ctx, "quiz.make", articleId, { quizzes: made.length, version: version.number });
    });
  const all = await selectQuizzes(ctx.db, scopeOf(ctx), { articleId, limit: shown });
  return all.filter((quiz) => quiz.version === version.number).map((quiz) => quizView(ctx, quiz));
}
