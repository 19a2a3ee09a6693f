import type { Features } from "./search/features.ts";

/** Below it the article is taken to be about something else. */
export const answerFloor = 0.5;

/** `lead`: how far the article's `grams` stand above those of the sixth, which hardly answers; `chars`: length of the question. */
export type Standing = { lead: number; chars: number };

/** Learned by logistic regression on the tuning half of `evals/kb`; the bias leaves one answerable question in twenty below. */
const weights = { grams: 9.72, title: 4.01, ofWords: -0.54, lead: 10.3, logChars: 5.69, bias: -16.9 };
const longestCounted = 120;

/**
 * How surely an article answers a question: 0 to 1. Few words in common say little when few words were said: the longer the
 * question, the more the same share of it says.
 */
export function certaintyOf(features: Features, { lead, chars }: Standing): number {
  const logit =
    weights.bias +
    weights.grams * features.grams +
    weights.title * features.title +
    weights.ofWords * features.ofWords +
    weights.lead * lead +
    weights.logChars * Math.log(1 + Math.min(chars, longestCounted));
  return Math.round(1000 / (1 + Math.exp(-logit))) / 1000;
}
