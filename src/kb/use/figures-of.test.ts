import { describe, expect, test } from "vitest";
import { figureKeys, figuresOf } from "./figures-of.ts";

describe("figures of an article", () => {
  test.each([
    ["三十日内办结", "30日内办结"],
    ["报销百分之七十", "报销70%"],
    ["收费一百二十元", "收费120 元"],
    ["5个工作日", "五个工作日"],
  ])("%s and %s say the same figure", (a, b) => {
    expect(figureKeys(a)).toEqual(figureKeys(b));
  });

  test("another value or another unit is another figure", () => {
    expect(figureKeys("20元")).not.toEqual(figureKeys("30元"));
    expect(figureKeys("3个工作日")).not.toEqual(figureKeys("3个月"));
  });

  test("each stands where it is said, and knows whether it is a term", () => {
    const text = "年满60周岁的，每月补贴1,200元。";
    const found = figuresOf(text);
    expect(found.map(({ text: words, isTerm }) => [words, isTerm])).toEqual([
      ["60周岁", true],
      ["1,200元", false],
    ]);
    for (const { text: words, start } of found) expect(text.slice(start, start + words.length)).toBe(words);
  });

  test("a text without figures has none", () => {
    expect(figuresOf("请携带身份证到窗口办理。")).toEqual([]);
  });
});
