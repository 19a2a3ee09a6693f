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

/** Points of the 40 for a month's recordings: banded one by one and averaged, or averaged and banded, as the city counts. Null without any. */
export function bandOfMonth(rubric: Rules["rubric"], scores: readonly number[]): number | null {
  if (scores.length === 0) return null;
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return rubric.counting.averaging === "先平均后定档"
    ? bandOf(rubric, mean(scores))
    : mean(scores.map((score) => bandOf(rubric, score)));
}

/** Points to take off: rows that do not apply cost nothing, or the others weigh the more, as the city counts. */
export function pointsOff(
  rubric: Pick<Rules["rubric"], "counting" | "sum">,
  deducted: number,
  notApplicable: number,
): number {
  if (rubric.counting.notApplicable === "不扣分" || notApplicable >= rubric.sum) return deducted;
  return (deducted * rubric.sum) / (rubric.sum - notApplicable);
}
