import { expect, test } from "vitest";
import { nameFinder } from "./names.ts";

test("overlapping and nested names are found where they stand, others are not", () => {
  const names = ["停车", "停车费", "车费", "年检"];
  const found = nameFinder(names)("交停车费。停电");
  expect(found.map(({ name, start, end }) => [names[name], start, end])).toEqual([
    ["停车", 1, 3],
    ["停车费", 1, 4],
    ["车费", 2, 4],
  ]);
});

test("no name of ten thousand is lost", () => {
  const names = Array.from({ length: 10_000 }, (_, at) => `${String.fromCharCode(0x4e00 + (at % 997))}${at}`);
  const find = nameFinder(names);
  expect(names.every((each, at) => find(each).some(({ name }) => name === at))).toBe(true);
});
