import type { Ctx } from "../platform/context.ts";
import { mask } from "../platform/mask.ts";
import { answerFloor } from "./relevance.ts";
import type { SearchHit } from "./schema.ts";

/** So many of the best are read again, where the settings name a re-ranker. */
export const rerankedHits = 20;
/** Longer passages are cut: what models read is short. */
const documentChars = 1_000;

/**
 * Puts hits in the order of the re-ranker, answers before what only came near; those it says nothing of follow in the order they had. How
 * sure each is stays as it was, so what is no answer does not become one, and none is lost behind the last. Without a re-ranker, and when it fails, the order stays. Personal data is masked before it leaves.
 */
export async function rerankHits(
  ctx: Ctx,
  question: string,
  hits: readonly SearchHit[],
): Promise<readonly SearchHit[]> {
  if (!ctx.reranker || hits.length < 2) return hits;
  const documents = hits.map(({ title, quote }) => mask(`${title}\n${quote}`.slice(0, documentChars)).text);
  try {
    const order = await ctx.reranker.rerank({ query: mask(question).text, documents, signal: ctx.signal });
    const named = order.flatMap(({ index }) => hits[index] ?? []);
    const ordered = [...named, ...hits.filter((hit) => !named.includes(hit))];
    const isAnswer = ({ score }: SearchHit): boolean => score >= answerFloor;
    return [...ordered.filter(isAnswer), ...ordered.filter((hit) => !isAnswer(hit))];
  } catch (error) {
    ctx.signal.throwIfAborted();
    ctx.log.warn({ error: String(error) }, "answers keep the order they had");
    return hits;
  }
}
