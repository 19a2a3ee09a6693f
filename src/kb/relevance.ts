import { abstentionWeights, type Signs, taughtNames } from "./abstention-weights.ts";
import type { Explained } from "./search/asked/explained.ts";
import type { Nearness } from "./search/asked/nearness.ts";
import type { SearchDocument } from "./search/document.ts";
import { type MatterEvidence, matterEvidence } from "./search/match-matters.ts";
import type { SearchQuestion } from "./search/question.ts";
import type { Ranked } from "./search/rank.ts";
import type { BaseStatistics } from "./search/statistics.ts";

/** Below it the article is taken to be about something else. */
export const answerFloor = 0.5;

export type Evidence = MatterEvidence &
  Explained &
  Pick<Nearness, "gap" | "outside" | "known" | "isTaught"> & {
    /** How many confirmed questions the article has. */
    confirmed: number;
  };

/** What an article shares of the matters that were named, what of the question it explains, and what the office knows. */
export const evidenceOf = (
  document: SearchDocument,
  { matters, confirmed }: Pick<SearchQuestion, "matters" | "confirmed">,
  statistics: BaseStatistics,
): Evidence => {
  const { gap, outside, known, isTaught } = confirmed;
  const explained = confirmed.explained(document, matters.book);
  const { count } = confirmed.to(document.stored.articleId);
  const shared = matterEvidence(matters, document, statistics);
  return { ...shared, ...explained, gap, outside, known, isTaught, confirmed: count };
};

/** What is weighed of an article that search found. */
export const signsOf = ({ points, features }: Pick<Ranked, "points" | "features">, evidence: Evidence): Signs => {
  const { ofQuestion, ofArticle, askedTogether, askedOften } = features;
  return { ...evidence, noMatter: Number(evidence.noMatter), points, ofQuestion, ofArticle, askedTogether, askedOften };
};

/**
 * A new article has no confirmed questions to be near to, so it is held to what an office expects whose articles have one more than it has
 * (`known` is ln(1 + mean)).
 */
const heldTo = 2;

/** How surely an article answers a question: 0 to 1, to three digits. */
export function certaintyOf(ranked: Pick<Ranked, "points" | "features">, evidence: Evidence): number {
  const known = Math.min(evidence.known, Math.log(heldTo + evidence.confirmed));
  const { weights, bias } = abstentionWeights(evidence.isTaught, known);
  const signs = signsOf(ranked, { ...evidence, known });
  const logit = taughtNames.reduce((sum, name) => sum + (weights[name] ?? 0) * signs[name], bias);
  return Math.round(1000 / (1 + Math.exp(-logit))) / 1000;
}
