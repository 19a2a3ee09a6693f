import type { Features } from "./search/features.ts";

/** Below it the article is taken to be about something else. */
export const answerFloor = 0.5;

/**
 * Learned by logistic regression on the tuning half of `evals/kb`, seen with a third of the bridge's words, since most of the questions
 * were known when those were written; the bias leaves one answerable question in twenty below. How long the question is would have told
 * more, but only because those outside the base were written shorter.
 */
const weights = { grams: 4.4, title: 4.2, ofArticle: 61.5, bias: -0.63 };

/** How surely an article answers a question: 0 to 1. */
export function certaintyOf({ grams, title, ofArticle }: Features): number {
  const logit = weights.bias + weights.grams * grams + weights.title * title + weights.ofArticle * ofArticle;
  return Math.round(1000 / (1 + Math.exp(-logit))) / 1000;
}
