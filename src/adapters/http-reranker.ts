import { z } from "zod";
import { within } from "../platform/within.ts";
import type { Relevance, Reranker } from "../ports/reranker.ts";
import { askService, away, badAnswer, unavailable } from "./ask-service.ts";
import { restAfterFailure } from "./with-rest.ts";
import { tryAgain } from "./with-retry.ts";

export type RerankerOptions = { baseUrl: string; apiKey: string; model: string; timeoutMs: number };

const attempts = { attempts: 2, waitMs: 100 };
const restMs = 10_000;
const name = "重排服务";
const Answer = z.object({ results: z.array(z.object({ index: z.int(), relevance_score: z.number() })) });

/**
 * Any server that speaks `/rerank` as Cohere, Jina, vLLM and Xinference do. Both attempts end within `timeoutMs`, and after a failure none is
 * made for ten seconds, since somebody waits for the answer.
 */
export function createHttpReranker(options: RerankerOptions): Reranker {
  const rest = restAfterFailure(restMs, away(name));
  return {
    id: `rerank:${options.model}`,
    async rerank({ query, documents, signal }) {
      if (!documents.length) return [];
      const body = { model: options.model, query, documents, top_n: documents.length, return_documents: false };
      const ask = (stop: AbortSignal) => tryAgain(attempts, stop, () => askOnce(options, body, stop));
      return rest(signal, () => within(signal, options.timeoutMs, ask).catch(unavailable(name)));
    },
  };
}

async function askOnce(
  options: RerankerOptions,
  body: { documents: readonly string[] },
  signal: AbortSignal,
): Promise<Relevance[]> {
  const { results } = await askService({ ...options, name }, { path: "/rerank", body, answer: Answer }, signal);
  return ordered(results, body.documents.length);
}

function ordered(results: z.infer<typeof Answer>["results"], documents: number): Relevance[] {
  const indexes = new Set(results.map(({ index }) => index));
  const isOutside = results.some(({ index }) => index < 0 || index >= documents);
  if (isOutside || indexes.size !== results.length) throw badAnswer(name, `${results.length} results for ${documents}`);
  return results
    .map(({ index, relevance_score: score }) => ({ index, score }))
    .sort((left, right) => right.score - left.score);
}
