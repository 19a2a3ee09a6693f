import { z } from "zod";
import { AppError } from "../platform/errors.ts";
import { within } from "../platform/within.ts";
import type { Relevance, Reranker } from "../ports/reranker.ts";
import { keepingFetch } from "./keeping-fetch.ts";
import { restAfterFailure } from "./with-rest.ts";
import { isRefused, tryAgain } from "./with-retry.ts";

export type RerankerOptions = { baseUrl: string; apiKey: string; model: string; timeoutMs: number };

const attempts = { attempts: 2, waitMs: 100 };
const restMs = 10_000;
const away = "重排服务暂不可用";
const Answer = z.object({ results: z.array(z.object({ index: z.int(), relevance_score: z.number() })) });

/**
 * Any server that speaks `/rerank` as Cohere, Jina, vLLM and Xinference do. Both attempts end within `timeoutMs`, and after a failure none is
 * made for ten seconds, since somebody waits for the answer.
 */
export function createHttpReranker(options: RerankerOptions): Reranker {
  const rest = restAfterFailure(restMs, away);
  return {
    id: `rerank:${options.model}`,
    async rerank({ query, documents, signal }) {
      if (!documents.length) return [];
      const body = { model: options.model, query, documents, top_n: documents.length, return_documents: false };
      const ask = (stop: AbortSignal) => tryAgain(attempts, stop, () => askOnce(options, body, stop));
      return rest(signal, () => within(signal, options.timeoutMs, ask).catch(fail));
    },
  };
}

async function askOnce(
  { baseUrl, apiKey }: RerankerOptions,
  body: { documents: readonly string[] },
  signal: AbortSignal,
): Promise<Relevance[]> {
  const response = await keepingFetch()
    .fetch(`${baseUrl.replace(/\/$/, "")}/rerank`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${apiKey}` },
      body: JSON.stringify(body),
      signal,
    })
    .catch(fail);
  if (response.status === 429) throw new AppError("rate_limited", "重排服务繁忙，请稍后再试");
  if (isRefused(response)) throw new AppError("bad_answer", "重排服务拒绝了这次请求", { detail: response.status });
  if (!response.ok) throw new AppError("unavailable", away, { detail: response.status });
  const answer = Answer.safeParse(await response.json().catch(() => null));
  if (!answer.success) throw new AppError("bad_answer", "重排服务的答复不合要求", { detail: answer.error.issues });
  return ordered(answer.data.results, body.documents.length);
}

function ordered(results: z.infer<typeof Answer>["results"], documents: number): Relevance[] {
  const indexes = new Set(results.map(({ index }) => index));
  const isOutside = results.some(({ index }) => index < 0 || index >= documents);
  if (isOutside || indexes.size !== results.length)
    throw new AppError("bad_answer", "重排服务的答复不合要求", {
      detail: `${results.length} results for ${documents}`,
    });
  return results
    .map(({ index, relevance_score: score }) => ({ index, score }))
    .sort((left, right) => right.score - left.score);
}

function fail(cause: unknown): never {
  if (cause instanceof AppError) throw cause;
  throw new AppError("unavailable", away, { cause });
}
