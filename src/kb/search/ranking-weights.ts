import type { FeatureName } from "./features.ts";

export type RankingWeights = Readonly<Record<FeatureName, number>>;

/**
 * What each likeness counts. `letter`: learned by softmax regression over candidate lists on the tuning half of the letters of
 * `bench/search.ts`. `call`: of short questions too few are at hand to learn from, so only the likenesses that hold anywhere.
 */
export const rankingWeights: Readonly<Record<"call" | "letter", RankingWeights>> = {
  call: {
    grams: 10,
    coreGrams: 0,
    words: 3,
    passage: 0,
    lead: 0,
    title: 1,
    titleLead: 0,
    ofArticle: 0,
    ofQuestion: 0,
    ofLead: 0,
    ofWords: 0,
    saturated: 0,
    rarest: 0,
    numbers: 0,
    length: 0,
    otherPlace: 0,
    noPlace: 0,
    nearPlace: 0,
    placeTalk: 0,
    placeTalkAlone: 0,
    localPairs: 0,
    localWords: 0,
    vector: 0,
  },
  letter: {
    grams: 19.12,
    coreGrams: 21.49,
    words: 7.73,
    passage: 0.58,
    lead: -0.82,
    title: 0,
    titleLead: 0,
    ofArticle: 9.61,
    ofQuestion: 4.39,
    ofLead: 8.56,
    ofWords: 7.42,
    saturated: -41.13,
    rarest: 5.28,
    numbers: 2.03,
    length: -5.37,
    otherPlace: -1.4,
    noPlace: 1.14,
    nearPlace: 1.37,
    placeTalk: 2.61,
    placeTalkAlone: 1.65,
    localPairs: -3.44,
    localWords: 8.9,
    vector: 0,
  },
};
