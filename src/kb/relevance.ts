import { abstentionWeights, type Signs, taughtNames } from "./abstention-weights.ts";
import type { Nearness } from "./search/asked/nearness.ts";
import type { MatterEvidence } from "./search/match-matters.ts";
import type { Ranked } from "./search/rank.ts";

/** Below it the article is taken to be about something else. */
export const answerFloor = 0.5;

export type Evidence = MatterEvidence & Pick<Nearness, "gap" | "outside" | "known" | "isTaught">;

/** What is weighed of an article that search found. `evidence`: what it shares of the matters that were named, and what the office knows. */
export const signsOf = (
  { points, features }: Pick<Ranked, "points" | "features">,
  { rarestInTitle, noMatter, gap, outside, known }: Omit<Evidence, "isTaught">,
): Signs => {
  const { ofQuestion, ofArticle, askedTogether, askedOften } = features;
  const asked = { askedTogether, askedOften, gap, outside, known };
  return { points, ofQuestion, ofArticle, rarestInTitle, noMatter: Number(noMatter), ...asked };
};

/** How surely an article answers a question: 0 to 1, to three digits. */
export function certaintyOf(ranked: Pick<Ranked, "points" | "features">, evidence: Evidence): number {
  const { weights, bias } = abstentionWeights(evidence.isTaught);
  const signs = signsOf(ranked, evidence);
  const logit = taughtNames.reduce((sum, name) => sum + (weights[name] ?? 0) * signs[name], bias);
  return Math.round(1000 / (1 + Math.exp(-logit))) / 1000;
}
