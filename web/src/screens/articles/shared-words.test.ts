import { expect, test } from "vitest";
import { sharedWords } from "./shared-words.ts";

test("marks what the question and the passage share, at its longest, and no single characters", () => {
  const passage = "异地就医备案可在国家医保服务平台办理。";
  expect(sharedWords("请问异地就医怎么备案，办", passage)).toEqual(["异地就医", "备案"]);
});

test("marks nothing where nothing is shared, nor marks of punctuation", () => {
  expect(sharedWords("公积金", "异地就医备案")).toEqual([]);
  expect(sharedWords("。。", "好。。")).toEqual([]);
});
