import { expect, test } from "vitest";
import { turnFinder } from "./turns.ts";

const find = turnFinder([
  { parts: ["户", "户", "户", "迁"], id: 1 },
  { parts: ["证", "证", "丢"], id: 2 },
]);

test("the parts may stand next to each other, and each counts once", () => {
  expect(find("证证丢了")).toEqual([2]);
  expect(find("证丢了")).toEqual([]);
});

test("so much as nine characters between two parts parts them", () => {
  expect(find("证证一二三四五六七八丢")).toEqual([2]);
  expect(find("证证一二三四五六七八九丢")).toEqual([]);
});

test("a letter of twenty thousand characters that says one part over and over is read at once", () => {
  expect(find(`${"户".repeat(20_000)}。迁`)).toEqual([]);
});
