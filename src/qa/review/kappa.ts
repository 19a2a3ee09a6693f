import { groupBy } from "../../platform/group-by.ts";
import type { ItemAgreement } from "../schema-review.ts";

/** Cohen's kappa of pairs of words: 1 all alike, 0 no more alike than by chance; null without pairs, or when chance alone explains all. */
export function cohensKappa(pairs: readonly (readonly [string, string])[]): number | null {
  if (pairs.length === 0) return null;
  const share = (count: number): number => count / pairs.length;
  const words = new Set(pairs.flat());
  const observed = share(pairs.filter(([one, other]) => one === other).length);
  const expected = [...words].reduce(
    (sum, word) =>
      sum +
      share(pairs.filter(([one]) => one === word).length) * share(pairs.filter(([, other]) => other === word).length),
    0,
  );
  return expected === 1 ? null : (observed - expected) / (1 - expected);
}

/** One person's verdict on an item of a call. */
export type Rating = { callId: string; item: string; rater: string; verdict: string };

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 1000) / 1000);

function agreementOf(item: string, pairs: readonly (readonly [string, string])[]): ItemAgreement {
  const alike = pairs.filter(([one, other]) => one === other).length;
  const agreed = pairs.length > 0 ? alike / pairs.length : null;
  return { item, pairs: pairs.length, agreed: rounded(agreed), kappa: rounded(cohensKappa(pairs)) };
}

/** Every two people who judged the same item of the same call, in one order of people throughout. */
function pairsOf(ratings: readonly Rating[]): (readonly [string, string])[] {
  const ofCalls = groupBy(ratings, ({ callId, item }) => `${callId}\0${item}`);
  return [...ofCalls.values()].flatMap((same) => {
    const sorted = [...same].sort((a, b) => (a.rater < b.rater ? -1 : 1));
    return sorted.flatMap((one, at) => sorted.slice(at + 1).map((other) => [one.verdict, other.verdict] as const));
  });
}

/** Agreement per item and over all; with more than two raters every pair of them counts. */
export function agreementsOf(ratings: readonly Rating[]): { items: ItemAgreement[]; overall: ItemAgreement } {
  const byItem = groupBy(ratings, ({ item }) => item);
  const items = [...byItem].map(([item, own]) => agreementOf(item, pairsOf(own))).filter(({ pairs }) => pairs > 0);
  return { items, overall: agreementOf("全部", pairsOf(ratings)) };
}
