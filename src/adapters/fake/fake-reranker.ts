import type { Masked } from "../../ports/masked.ts";
import type { Relevance, Reranker } from "../../ports/reranker.ts";
import { type Script, scripted } from "./scripted.ts";

export type RerankCall = { query: Masked; documents: readonly Masked[] };

/** The shorter a document the better it answers, or what the script says. */
export function fakeReranker(script?: Script<RerankCall, Relevance[] | Error>): Reranker & { calls: RerankCall[] } {
  const shortFirst = ({ documents }: RerankCall) =>
    documents
      .map((text, index) => ({ index, score: 1 / (1 + text.length) }))
      .sort((left, right) => right.score - left.score);
  const fake = scripted<RerankCall, Relevance[] | Error>(script ?? shortFirst);
  return {
    id: "fake",
    calls: fake.calls,
    async rerank({ signal, ...call }) {
      signal.throwIfAborted();
      const answer = await fake.answer(call);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
}
