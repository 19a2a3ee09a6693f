import { expect, test } from "vitest";
import { answerFloor, certaintyOf } from "./relevance.ts";
import { type Features, featureNames } from "./search/features.ts";

const features = (given: Partial<Features>): Features => ({
  ...(Object.fromEntries(featureNames.map((name) => [name, 0])) as Features),
  ...given,
});

test("an article that shares nothing is no answer, one with the words of a short question is", () => {
  expect(certaintyOf(features({}), { lead: 0, chars: 8 })).toBeLessThan(0.1);
  const alike = features({ grams: 0.5, title: 0.6, ofWords: 0.9 });
  expect(certaintyOf(alike, { lead: 0.3, chars: 8 })).toBeGreaterThan(answerFloor);
});

test("the same likeness to a longer question says more", () => {
  const likeness = features({ grams: 0.08, ofWords: 0.2 });
  expect(certaintyOf(likeness, { lead: 0.02, chars: 6 })).toBeLessThan(answerFloor);
  expect(certaintyOf(likeness, { lead: 0.02, chars: 60 })).toBeGreaterThan(answerFloor);
});
