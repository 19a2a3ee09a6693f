import { type Candidate, type Features, featureNames, featuresOf } from "./features.ts";
import { neighbourhoodOf } from "./neighbourhood.ts";
import type { SearchQuestion } from "./question.ts";
import { type RankingWeights, rankingWeights } from "./ranking-weights.ts";
import type { BaseStatistics } from "./statistics.ts";

export type Ranked = Candidate & { features: Features; points: number };

/** Candidates with their figures, those most likely to answer first. `candidates`: the nearest first where they are many. */
export function rank(question: SearchQuestion, candidates: readonly Candidate[], statistics: BaseStatistics): Ranked[] {
  const neighbourhood = neighbourhoodOf(
    question,
    candidates.map(({ document }) => document),
  );
  const weights = rankingWeights(question.length);
  const ranked = candidates.map((candidate) => {
    const features = featuresOf(question, candidate, statistics, neighbourhood);
    return { ...candidate, features, points: pointsOf(features, weights) };
  });
  return ranked.sort((left, right) => right.points - left.points || compareIds(left, right));
}

/** Their sum, each figure as much as it counts. */
export const pointsOf = (features: Features, weights: RankingWeights): number =>
  featureNames.reduce((points, name) => points + weights[name] * features[name], 0);

const compareIds = (left: Candidate, right: Candidate): number =>
  left.document.stored.articleId < right.document.stored.articleId ? -1 : 1;
