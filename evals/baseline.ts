import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Figures } from "./metrics.ts";

/** Figures of our own samples by task and name, as last accepted with --update. */
export type Baseline = Record<string, Record<string, number>>;

const file = "evals/baseline.json";
/** Half a point: the samples and the engines are fixed, so any real change of an answer moves a figure by more. */
export const tolerance = 0.005;

const lowerIsBetter = new Set(["falseAlarmRate", "quotesNotInTranscript", "wrongAbstentions"]);
/** Counts, and the parts of a figure that is held as a whole. */
const notHeld = /(^|\.)(tp|fp|fn|p|r)$|^(n|quotes)$|^(qaItems|faultItems|recallByType|recallAt3ByStyle|byPairs)\./;

export const readBaseline = (): Baseline =>
  existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Baseline) : {};

export const writeBaseline = (baseline: Baseline): void =>
  writeFileSync(file, `${JSON.stringify(baseline, null, 2)}\n`);

/** The figures that must not fall. */
export function heldFigures(figures: Figures): Record<string, number> {
  const held = Object.entries(figures).filter(([name]) => !notHeld.test(name));
  return Object.fromEntries(held.flatMap(([name, { value }]) => (value === null ? [] : [[name, value]])));
}

export type Fall = { name: string; was: number; is: number | null };

/** What got worse than the baseline by more than the tolerance. A figure that vanished counts as fallen. */
export function findFalls(figures: Figures, was: Record<string, number>): Fall[] {
  const falls: Fall[] = [];
  for (const [name, before] of Object.entries(was)) {
    const is = figures[name]?.value ?? null;
    const loss = is === null ? Number.POSITIVE_INFINITY : lowerIsBetter.has(name) ? is - before : before - is;
    if (loss > tolerance) falls.push({ name, was: before, is });
  }
  return falls;
}
