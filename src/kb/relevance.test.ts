import { expect, test } from "vitest";
import { answerFloor, certaintyOf } from "./relevance.ts";
import { nothingExplained } from "./search/asked/explained.ts";
import { type Features, featureNames } from "./search/features.ts";

const features = (given: Partial<Features>): Features => ({
  ...(Object.fromEntries(featureNames.map((name) => [name, 0])) as Features),
  ...given,
});
const ranked = (points: number, given: Partial<Features> = {}) => ({ points, features: features(given) });
const unnamed = {
  ...{ rarestInTitle: 0, noMatter: false, gap: 0, outside: 0, known: 0, isTaught: false, confirmed: 0 },
  ...nothingExplained,
};

test("an article that shares nothing is no answer, one whose title names the matter is", () => {
  expect(certaintyOf(ranked(-5), unnamed)).toBeLessThan(answerFloor);
  expect(certaintyOf(ranked(3, { ofArticle: 0.01 }), { ...unnamed, rarestInTitle: 0.9 })).toBeGreaterThan(0.8);
});

test("a question that names a matter the title lacks is answered less surely than one that names none", () => {
  const lacking = certaintyOf(ranked(1), unnamed);
  expect(lacking).toBeLessThan(certaintyOf(ranked(1), { ...unnamed, noMatter: true }));
});

test("where the office has taught it, a question in the words of those it has no article for is answered less surely", () => {
  const taught = { ...unnamed, isTaught: true };
  const answered = certaintyOf(ranked(8, { ofArticle: 0.01 }), { ...taught, outside: -5 });
  expect(certaintyOf(ranked(8, { ofArticle: 0.01 }), { ...taught, outside: 5, gap: 0.5 })).toBeLessThan(answered);
});

test("an article that nobody has been confirmed for yet is not held to what others have", () => {
  const sure = (known: number, confirmed: number) =>
    certaintyOf(ranked(8, { ofArticle: 0.01 }), { ...unnamed, isTaught: true, known, confirmed });
  expect(sure(2.7, 0)).toBe(sure(0.7, 0));
  expect(sure(2.7, 16)).toBeLessThan(sure(0.7, 16));
});
