import type { Rules } from "../platform/rules/index.ts";

type Counting = Rules["rubric"]["counting"];

/** A score of 100 rounded as the city counts. */
export function roundScore(counting: Counting, score: number): number {
  if (counting.rounding === "不取整") return score;
  return counting.rounding === "四舍五入" ? Math.round(score) : Math.floor(score);
}

/** Points of the 40 that a score of 100 earns (S1: 59 and less none, 95 and more all). */
export function bandOf(rubric: Rules["rubric"], score: number): number {
  const rounded = roundScore(rubric.counting, score);
  const bands = [...rubric.bands].sort((a, b) => b.from - a.from);
  return bands.find((band) => rounded >= band.from)?.points ?? 0;
}
