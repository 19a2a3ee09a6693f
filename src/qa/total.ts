import type { Rules } from "../platform/rules/index.ts";
import { bandOf, pointsOff, roundScore } from "./points.ts";
import type { QaItem } from "./schema.ts";

type Rubric = Rules["rubric"];

export type Total = { score: number; band: number };

/** Rows in which no item applies, and what all rows can cost together. */
function sumsOf(items: readonly QaItem[]): { all: number; notApplicable: number } {
  const rows = new Map<number, { points: number; applies: boolean }>();
  for (const item of items) {
    const applies = (rows.get(item.row)?.applies ?? false) || item.verdict !== "不适用";
    rows.set(item.row, { points: item.points, applies });
  }
  const sum = (which: (row: { applies: boolean }) => boolean): number =>
    [...rows.values()].filter(which).reduce((total, row) => total + row.points, 0);
  return { all: sum(() => true), notApplicable: sum(({ applies }) => !applies) };
}

/** Score of 100 and points of the 40 for items with their deductions. A veto that struck leaves the veto's score at most. */
export function totalOf(rubric: Rubric, items: readonly QaItem[]): Total {
  const { counting } = rubric;
  const { all, notApplicable } = sumsOf(items);
  const deducted = items.reduce((total, item) => total + item.deduction, 0);
  const plain = Math.max(counting.floor, 100 - pointsOff({ counting, sum: all }, deducted, notApplicable));
  const isVetoed = items.some((item) => item.veto === true && item.verdict === "扣分");
  const score = roundScore(counting, isVetoed ? Math.min(plain, counting.vetoScore) : plain);
  return { score, band: bandOf(rubric, score) };
}

/** Two items of a row cost its points once, unless the row counts every place: the first that costs pays. */
export function chargeOnce(items: readonly QaItem[], countsEach: (row: number) => boolean): QaItem[] {
  const charged = new Set<number>();
  return items.map((item) => {
    if (item.verdict !== "扣分" || countsEach(item.row)) return item;
    if (!charged.has(item.row)) {
      charged.add(item.row);
      return item;
    }
    const note = `（同属第 ${item.row} 行，已扣）`;
    return { ...item, deduction: 0, why: item.why.endsWith(note) ? item.why : `${item.why}${note}` };
  });
}
