import { expect, test } from "vitest";
import { foldSame, type Stretch } from "./stretches.ts";

const same = (length: number): Stretch => ({ kind: "same", text: "一".repeat(length) });
const added: Stretch = { kind: "added", text: "新" };

test("long words that stayed are folded, with what stands beside a change kept, and none is lost in the count", () => {
  const folded = foldSame([same(300), added, same(500)]);
  expect(folded.map(({ text, hidden }) => [text.length, hidden])).toEqual([
    [0, 240],
    [60, 0],
    [1, 0],
    [60, 0],
    [0, 440],
  ]);
});

test("short words that stayed, and all that changed, are shown whole", () => {
  const removed: Stretch = { kind: "removed", text: "旧".repeat(400) };
  expect(foldSame([same(80), removed, same(199)]).map(({ text }) => text.length)).toEqual([80, 400, 199]);
});
