import { expect, test } from "vitest";
import { sharedWords } from "./shared-words.ts";

test("gives every pair of characters that the question and the passage share, each once", () => {
  const passage = "异地就医备案可在国家医保服务平台办理。";
  expect(sharedWords("请问异地就医怎么备案，备案难办", passage)).toEqual(["异地", "地就", "就医", "备案"]);
});

test("gives nothing where nothing is shared, nor over marks of punctuation", () => {
  expect(sharedWords("公积金", "异地就医备案")).toEqual([]);
  expect(sharedWords("好，的。。", "好，的。。")).toEqual([]);
});
