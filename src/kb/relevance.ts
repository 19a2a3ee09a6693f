/** `coverage`: share of the question's words in the passage, weighed by rarity; `cosine`: of the vectors. */
export type Likeness = { coverage: number; cosine: number };

/** Passages below it are about something else; on hotline letters it kept 95 % of those that had an answer. */
export const answerFloor = 0.5;

/** Below it a passage was only the next in the row. */
export const noiseFloor = 0.3;

/**
 * How near a passage is to a question of `words` words, 0 to 1. A long letter holds much that no answer repeats, so the same
 * share of its words says more than that of a short question.
 */
export function relevance({ coverage, cosine }: Likeness, words: number): number {
  const nearness = coverage * Math.sqrt(words) + 2 * Math.max(0, cosine);
  return Math.round((1000 * nearness) / (1 + nearness)) / 1000;
}
