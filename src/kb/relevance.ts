import type { Features } from "./search/features.ts";

/** Below it the article is taken to be about something else. */
export const answerFloor = 0.5;

/**
 * Learned by logistic regression on the tuning half of `evals/kb`; the bias leaves one answerable question in twenty below. How
 * long the question is would have told more there, but only because those outside the base were written shorter.
 */
const weights = { grams: 4, title: 3.4, ofArticle: 43, bias: -0.4 };

/** How surely an article answers a question: 0 to 1. */
export function certaintyOf({ grams, title, ofArticle }: Features): number {
  const logit = weights.bias + weights.grams * grams + weights.title * title + weights.ofArticle * ofArticle;
  return Math.round(1000 / (1 + Math.exp(-logit))) / 1000;
}
