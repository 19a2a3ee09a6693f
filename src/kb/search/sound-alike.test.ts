import { expect, test } from "vitest";
import { soundAlike, soundLexicon } from "./sound-alike.ts";

const lexicon = soundLexicon(["低保", "居住证", "退费"]);

test("words that a recogniser heard wrongly are found by their sound", () => {
  expect(soundAlike(lexicon, "想身请第保", () => false)).toEqual(["低保"]);
  expect(soundAlike(lexicon, "办居主证要多久", () => false)).toEqual(["居住证"]);
});

test("what is written in the base was not misheard", () => {
  expect(soundAlike(lexicon, "地保", (word) => word === "地保")).toEqual([]);
  expect(soundAlike(lexicon, "低保", () => false)).toEqual([]);
});
