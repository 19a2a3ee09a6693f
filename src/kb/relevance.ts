import { abstentionWeights, type Signs, signNames } from "./abstention-weights.ts";
import type { MatterEvidence } from "./search/match-matters.ts";
import type { Ranked } from "./search/rank.ts";

/** Below it the article is taken to be about something else. */
export const answerFloor = 0.5;

/** What is weighed of an article that search found. `evidence`: what it shares of the matters that were named. */
export const signsOf = (
  { points, features: { ofQuestion, ofArticle } }: Pick<Ranked, "points" | "features">,
  { rarestInTitle, noMatter }: MatterEvidence,
): Signs => ({ points, ofQuestion, ofArticle, rarestInTitle, noMatter: Number(noMatter) });

/** How surely an article answers a question: 0 to 1, to three digits. */
export function certaintyOf(ranked: Pick<Ranked, "points" | "features">, evidence: MatterEvidence): number {
  const { weights, bias } = abstentionWeights();
  const signs = signsOf(ranked, evidence);
  const logit = signNames.reduce((sum, name) => sum + weights[name] * signs[name], bias);
  return Math.round(1000 / (1 + Math.exp(-logit))) / 1000;
}
