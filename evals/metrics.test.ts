import { expect, test } from "vitest";
import { figuresOf, newMeasured, note, noteSets, precisionRecall, rate, round3 } from "./metrics.ts";

test("halves round to the even digit, all else to the nearest", () => {
  expect([0.0625, 0.1875, 0.3125, 0.4375, 0.5625].map(round3)).toEqual([0.062, 0.188, 0.312, 0.438, 0.562]);
  expect([2 / 3, 0.0005, 1, 0].map(round3)).toEqual([0.667, 0.001, 1, 0]);
});

test("the standard error of right and wrong answers is the binomial one", () => {
  expect(rate([1, 1, 1, 0])).toEqual({ value: 0.75, n: 4, standardError: round3(Math.sqrt((0.75 * 0.25) / 4)) });
});

test("nothing measured is no figure, not zero", () => {
  expect(rate([])).toEqual({ value: null, n: 0, standardError: null });
});

test("nothing given and nothing wanted is perfect", () => {
  expect(precisionRecall({ found: 0, wrong: 0, lost: 0 })).toEqual({ p: 1, r: 1, f1: 1 });
});

test("set figures are summed over samples before they are divided", () => {
  const measured = newMeasured();
  noteSets(measured, "qa", new Set(["a", "b"]), new Set(["a"]));
  noteSets(measured, "qa", new Set(), new Set(["c"]));
  const figures = figuresOf(measured);
  expect([figures["qa.p"]?.value, figures["qa.r"]?.value, figures["qa.f1"]?.value]).toEqual([0.5, 0.5, 0.5]);
  expect([figures["qa.tp"]?.value, figures["qa.fp"]?.value, figures["qa.fn"]?.value]).toEqual([1, 1, 1]);
});

test("the spread of F1 is the same in every run, and nil when every sample is alike", () => {
  const measure = (given: Set<string>[]) => {
    const measured = newMeasured();
    for (const set of given) noteSets(measured, "qa", new Set(["a"]), set);
    note(measured, "kind", true);
    return figuresOf(measured)["qa.f1"]?.standardError;
  };
  const mixed = [new Set(["a"]), new Set<string>(), new Set(["b"]), new Set(["a"])];
  expect(measure(mixed)).toBe(measure(mixed));
  expect(measure(mixed)).toBeGreaterThan(0);
  expect(measure([new Set(["a"]), new Set(["a"])])).toBe(0);
});
