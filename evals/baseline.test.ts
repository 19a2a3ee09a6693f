import { expect, test } from "vitest";
import { findFalls, heldFigures } from "./baseline.ts";
import type { Figures } from "./metrics.ts";

const figures = (values: Record<string, number | null>): Figures =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, n: 10, standardError: null }]));

test("a figure that falls by more than half a point is a fall, one that rises or wavers is not", () => {
  const now = figures({ kind: 0.9, urgent: 0.996, scope: 1 });
  expect(findFalls(now, { kind: 0.95, urgent: 1, scope: 0.9 })).toEqual([{ name: "kind", was: 0.95, is: 0.9 }]);
});

test("more false alarms and more made-up quotes are falls", () => {
  const now = figures({ falseAlarmRate: 0.1, quotesNotInTranscript: 1 });
  const falls = findFalls(now, { falseAlarmRate: 0.05, quotesNotInTranscript: 0 });
  expect(falls.map(({ name }) => name)).toEqual(["falseAlarmRate", "quotesNotInTranscript"]);
});

test("a figure that is no longer measured is a fall", () => {
  expect(findFalls(figures({ kind: null }), { kind: 0.5, urgent: 1 })).toHaveLength(2);
});

test("counts and details are shown but not held", () => {
  const held = heldFigures(
    figures({ kind: 1, n: 21, "qa.f1": 0.5, "qa.tp": 3, "qa.p": 0.5, "qaItems.抢话.f1": 1, empty: null }),
  );
  expect(held).toEqual({ kind: 1, "qa.f1": 0.5 });
});
