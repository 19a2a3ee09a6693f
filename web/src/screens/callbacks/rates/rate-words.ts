import type { RateRow } from "../../../types-callbacks.ts";

type Rate = RateRow["contacted"];

/** `66.7%`; a dash where nobody answered. */
export const shareWords = (rate: number | null): string => (rate === null ? "—" : `${Math.round(rate * 1_000) / 10}%`);

/** The numbers behind a rate: how many of those who answered count. */
export function behindWords({ counts, answered }: Rate, counting: readonly string[]): string {
  const good = counting.reduce((sum, word) => sum + (counts[word] ?? 0), 0);
  return `${good} / ${answered}`;
}

/** How often each answer was given, those never given left out; 未答 always stands at the end. */
export function countWords({ counts }: Rate): string {
  const given = Object.entries(counts).filter(([word, n]) => n > 0 && word !== "未答");
  return [...given.map(([word, n]) => `${word} ${n}`), `未答 ${counts.未答 ?? 0}`].join("、");
}
