import { expect, test } from "vitest";
import { longestMatches, termFinder } from "./term-finder.ts";

const find = termFinder(["停车", "停车费", "车费", "KTV", ""]);
const words = (text: string) => find(text).map((match) => match.term);

test("every word is found where it stands, those inside others too", () => {
  expect(find("交停车费")).toEqual([
    { term: "停车", start: 1, end: 3 },
    { term: "停车费", start: 1, end: 4 },
    { term: "车费", start: 2, end: 4 },
  ]);
});

test("capitals do not matter, and no word at all finds nothing", () => {
  expect(words("楼下的ktv和KTV")).toEqual(["ktv", "ktv"]);
  expect(words("")).toEqual([]);
});

test("of nested matches the longest is left", () => {
  expect(longestMatches(find("停车费，又停车")).map((match) => match.term)).toEqual(["停车费", "停车"]);
});
