import type { Answer } from "../orders/index.ts";
import type { Ctx } from "../platform/context.ts";
import { answerFloor } from "./relevance.ts";
import { searchArticles } from "./search-articles.ts";

const answersOffered = 3;

/** The published paragraphs nearest to what the caller asks, best first; none when the base has no answer. */
export async function suggestAnswers(ctx: Ctx, question: { text: string; at: string }): Promise<Answer[]> {
  const { results } = await searchArticles(ctx, { ...question, k: answersOffered });
  const near = results.filter(({ score }) => score >= answerFloor);
  return near.map(({ articleId, version, title, score, quote }) => ({ articleId, version, title, score, quote }));
}
