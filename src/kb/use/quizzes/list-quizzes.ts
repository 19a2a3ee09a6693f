import type { Ctx } from "../../../platform/context.ts";
import { quizView, scopeOf } from "./quiz-view.ts";
import type { ListQuizzes, Quiz } from "./schema.ts";
import { selectQuizzes } from "./store.ts";

/** Training questions, newest first, as far as the reader may see them. */
export async function listQuizzes(ctx: Ctx, filter: ListQuizzes): Promise<Quiz[]> {
  const scope = scopeOf(ctx);
  return (await selectQuizzes(ctx.db, scope, filter)).map((quiz) => quizView(ctx, quiz));
}
