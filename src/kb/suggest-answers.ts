import type { Answer } from "../orders/index.ts";
import type { Ctx } from "../platform/context.ts";
import { searchArticles } from "./search-articles.ts";

const answersOffered = 3;

/** The published paragraphs nearest to what the caller asks, best first; none when the base has no answer. */
export async function suggestAnswers(ctx: Ctx, question: { text: string; at: string }): Promise<Answer[]> {
  const { results } = await searchArticles(ctx, { ...question, k: answersOffered });
  return results.map(({ articleId, title, score, quote }) => ({ articleId, title, score, quote }));
}
