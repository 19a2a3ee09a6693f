import { expect, test } from "vitest";
import { answerFloor, certaintyOf } from "./relevance.ts";
import { type Features, featureNames } from "./search/features.ts";

const features = (given: Partial<Features>): Features => ({
  ...(Object.fromEntries(featureNames.map((name) => [name, 0])) as Features),
  ...given,
});

test("an article that shares nothing is no answer, one with the words of the question is", () => {
  expect(certaintyOf(features({}))).toBeLessThan(answerFloor);
  expect(certaintyOf(features({ grams: 0.5, title: 0.6 }))).toBeGreaterThan(0.9);
});

test("the more of an article was asked for, the surer it answers", () => {
  const little = certaintyOf(features({ grams: 0.05, ofArticle: 0.002 }));
  const much = certaintyOf(features({ grams: 0.05, ofArticle: 0.02 }));
  expect([little < answerFloor, much > answerFloor]).toEqual([true, true]);
});
