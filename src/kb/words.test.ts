import { expect, test } from "vitest";
import { passageTokens, searchWords } from "./words.ts";

test("traditional, full-width and simplified writing give the same words", () => {
  expect(searchWords("住房公積金１２３４５")).toEqual(searchWords("住房公积金12345"));
});

test("what every caller says is no word to search for", () => {
  expect(searchWords("您好，请问怎么办理")).toEqual(["办理"]);
});

test("words of the title also stand with their mark", () => {
  const tokens = passageTokens("供暖时间", "", "十一月十五日起");
  expect(tokens).toEqual(expect.arrayContaining(["供暖", "^供暖", "十一月"]));
  expect(tokens).not.toContain("^十一月");
});
