import type { MatterEvidence } from "./search/match-matters.ts";
import type { Ranked } from "./search/rank.ts";

/** Below it the article is taken to be about something else. */
export const answerFloor = 0.5;

/**
 * Learned by logistic regression on the tuning half of `evals/kb`, each question seen with all of the bridge's words and three times with
 * some of them, with openings that say nothing put before most questions of either kind, so that their length tells nothing; the bias
 * leaves one answerable question in fifty below where some words are unknown. Learned for the weights in `models/search`.
 */
const weights = { points: 0.38, ofQuestion: -19.27, ofArticle: 71.69, rarestInTitle: 1.66, noMatter: 0.31, bias: 0.09 };

/** How surely an article answers a question: 0 to 1. `evidence`: what it shares of the matters that were named. */
export function certaintyOf(
  { points, features }: Pick<Ranked, "points" | "features">,
  { rarestInTitle, noMatter }: MatterEvidence,
): number {
  const logit =
    weights.bias +
    weights.points * points +
    weights.ofQuestion * features.ofQuestion +
    weights.ofArticle * features.ofArticle +
    weights.rarestInTitle * rarestInTitle +
    weights.noMatter * Number(noMatter);
  return Math.round(1000 / (1 + Math.exp(-logit))) / 1000;
}
