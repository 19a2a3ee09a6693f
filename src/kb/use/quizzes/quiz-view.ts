import { actorName, authorize, may } from "../../../platform/access.ts";
import type { Ctx } from "../../../platform/context.ts";
import type { Quiz } from "./schema.ts";
import type { FullQuiz, QuizScope } from "./store.ts";

/** Editors see every quiz; all others what was let through, of articles as readers are shown them. */
export function scopeOf({ actor }: Ctx): QuizScope {
  authorize(actor, "article.read");
  const isEditor = may(actor, "article.edit");
  return {
    states: isEditor ? ["draft", "approved", "rejected"] : ["approved"],
    isServed: !isEditor,
    by: actorName(actor),
  };
}

/** A quiz as this reader sees it: the right answer only for editors. */
export const quizView = (ctx: Ctx, quiz: FullQuiz): Quiz => ({
  id: quiz.id,
  articleId: quiz.articleId,
  version: quiz.version,
  title: quiz.title,
  kind: quiz.kind,
  question: quiz.question,
  choices: quiz.choices,
  state: quiz.state,
  ...(may(ctx.actor, "article.edit") ? { answer: quiz.answer, quote: quiz.quote } : {}),
  mine: { answered: quiz.answered, right: quiz.right },
});
