import { expect, test } from "vitest";
import type { RatePoint, TrendPoint } from "../../types-callbacks.ts";
import { hasAny, itemSeries, rateSeries, scoreSeries } from "./series.ts";

const periods = ["2026-11-01", "2026-11-02", "2026-11-03"];
const point = (
  at: string,
  recordings: number,
  meanScore: number | null,
  items: Record<string, number> = {},
): TrendPoint => ({
  at,
  recordings,
  meanScore,
  items,
});

test("a day without calls has none and no mean score, which is not nought", () => {
  const { series } = scoreSeries(periods, [point("2026-11-01", 2, 88.5), point("2026-11-03", 1, null)]);
  expect(series.map(({ values }) => values)).toEqual([
    [2, 0, 1],
    [88.5, null, null],
  ]);
  expect([hasAny(scoreSeries(periods, [])), hasAny(scoreSeries(periods, [point("2026-11-01", 1, null)]))]).toEqual([
    false,
    true,
  ]);
});

test("items beyond the first six are counted together, so that each day adds up", () => {
  const items = { a: 9, b: 8, c: 7, d: 6, e: 5, f: 4, g: 3, h: 2 };
  const { series } = itemSeries(periods, [point("2026-11-02", 20, 70, items)]);
  expect(series.map(({ name }) => name)).toEqual(["a", "b", "c", "d", "e", "f", "其他"]);
  expect(series.reduce((sum, { values }) => sum + (values[1] ?? 0), 0)).toBe(44);
});

test("rates are of one wording only, in percent, and a day on which nobody answered has none", () => {
  const rate = (value: number | null) => ({ counts: {}, answered: 3, rate: value });
  const rates = (script: string, satisfied: number | null): RatePoint => ({
    at: "2026-11-02",
    script,
    recorded: 3,
    contacted: rate(1),
    resolved: rate(0.3333),
    satisfaction: rate(satisfied),
  });
  const { series } = rateSeries(periods, [rates("s4", null), rates("s0", 0.5)], "s4");
  expect(series.map(({ values }) => values[1])).toEqual([3, 100, 33.3, null]);
});
