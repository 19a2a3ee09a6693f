import type { SearchHit } from "./schema.ts";

/** Bulletins that answer the question above all other answers, both in their order (R-K6). */
export const bulletinsFirst = (hits: readonly SearchHit[]): SearchHit[] => [
  ...hits.filter(({ bulletin }) => bulletin),
  ...hits.filter(({ bulletin }) => !bulletin),
];
