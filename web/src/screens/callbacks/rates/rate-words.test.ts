import { expect, test } from "vitest";
import { behindWords, countWords, shareWords } from "./rate-words.ts";

const rate = { counts: { 非常满意: 1, 满意: 0, 不满意: 2, 未答: 4 }, answered: 3, rate: 0.3333 };

test("a rate stands with the numbers it is made of, and who did not answer is named but not counted", () => {
  expect([shareWords(rate.rate), shareWords(null), shareWords(1)]).toEqual(["33.3%", "—", "100%"]);
  expect(behindWords(rate, ["非常满意", "满意", "基本满意"])).toBe("1 / 3");
  expect(countWords(rate)).toBe("非常满意 1、不满意 2、未答 4");
});
