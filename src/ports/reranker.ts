import type { Masked } from "./masked.ts";

/** How well a document answers the query: the higher the better, comparable within one answer only. */
export type Relevance = { index: number; score: number };

/**
 * Orders documents by how well they answer a query, best first, each at most once; documents it says nothing of are not in the answer.
 * Throws AppError `unavailable`, `rate_limited` or `bad_answer`.
 */
export type Reranker = {
  readonly id: string;
  rerank(call: { query: Masked; documents: readonly Masked[]; signal: AbortSignal }): Promise<Relevance[]>;
};
