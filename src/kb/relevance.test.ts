import { expect, test } from "vitest";
import { answerFloor, noiseFloor, relevance } from "./relevance.ts";

test("a passage that shares nothing is noise, one that holds all the words is an answer", () => {
  expect(relevance({ coverage: 0, cosine: -0.1 }, 3)).toBe(0);
  expect(relevance({ coverage: 0, cosine: 0.15 }, 3)).toBeLessThan(noiseFloor);
  expect(relevance({ coverage: 1, cosine: 0.1 }, 1)).toBeGreaterThan(answerFloor);
});

test("the same share of a longer question says more", () => {
  const likeness = { coverage: 0.25, cosine: 0.15 };
  expect(relevance(likeness, 3)).toBeLessThan(answerFloor);
  expect(relevance(likeness, 30)).toBeGreaterThan(answerFloor);
});
