import { describe, expect, test } from "vitest";
import { lineAt, placeMarks, type SoundMark } from "./marks.ts";

const mark = (id: string, atMs: number): SoundMark => ({ id, atMs, label: "-1", words: id, tone: "cost" });

describe("marks on a recording", () => {
  test("stand at their share of the time, and never outside of it", () => {
    const placed = placeMarks([mark("late", 120_000), mark("half", 50_000)], 100_000);
    expect(placed.map(({ id, leftShare }) => [id, leftShare])).toEqual([
      ["half", 0.5],
      ["late", 1],
    ]);
  });

  test("that are near each other stand in lanes of their own; far ones share the first", () => {
    const placed = placeMarks([mark("a", 10_000), mark("b", 11_000), mark("c", 12_000), mark("d", 60_000)], 100_000);
    expect(placed.map(({ lane }) => lane)).toEqual([0, 1, 2, 0]);
  });

  test("of a recording of unknown length are nowhere", () => {
    expect(placeMarks([mark("a", 10)], 0)).toEqual([]);
  });
});

describe("the line that is being said", () => {
  const lines = [{ startMs: 500 }, { startMs: 3_000 }, { startMs: 3_000 }, { startMs: 9_000 }];

  test("is the last that has begun, also in the pause after it", () => {
    expect([499, 500, 2_999, 3_000, 8_999, 99_000].map((ms) => lineAt(lines, ms))).toEqual([-1, 0, 0, 2, 2, 3]);
  });
});
