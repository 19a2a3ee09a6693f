import { expect, test } from "vitest";
import { passageTokens, queryWords, wordCutter } from "./words.ts";

const cut = await wordCutter();

test("traditional, full-width and simplified writing give the same words", () => {
  expect(cut("住房公積金１２３４５")).toEqual(cut("住房公积金12345"));
});

test("what every caller says is no word to search for", () => {
  expect(cut("您好，请问怎么办理")).toEqual(["办理"]);
});

test("words of the title also stand with their mark", () => {
  const tokens = passageTokens(cut, "供暖时间", "", "十一月十五日起");
  expect(tokens).toEqual(expect.arrayContaining(["供暖", "^供暖", "十一月"]));
  expect(tokens).not.toContain("^十一月");
});

test("of a long letter the words that it repeats are looked up first", () => {
  expect(queryWords(cut, "公园 学校 医院 供暖 供暖 供暖", 1)).toEqual(["供暖"]);
});
