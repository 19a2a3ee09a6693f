import type { SearchDocument } from "./document.ts";
import { share } from "./places.ts";
import type { SearchQuestion } from "./question.ts";
import { isAsked } from "./tables.ts";
import { buckets } from "./tally.ts";
import type { Weighed } from "./weigh.ts";

/** What the candidates of one question have among themselves: what all of them share tells none apart. */
export type Neighbourhood = {
  /** In how many of the nearest candidates each asked pair and word stands. */
  pairs: ReadonlyMap<number, number>;
  words: ReadonlyMap<number, number>;
  nearest: number;
  /** Whether an article talks like those that name the place of the question: above 0 when it does. */
  placeTalk: (document: SearchDocument) => number;
};

/** So many of the nearest are compared with each other. */
export const neighboursCounted = 40;
const leastSeen = 3;

/** `documents`: candidates, nearest first. */
export function neighbourhoodOf(question: SearchQuestion, documents: readonly SearchDocument[]): Neighbourhood {
  const nearest = documents.slice(0, neighboursCounted);
  const pairs = new Map<number, number>();
  const words = new Map<number, number>();
  for (const { core, words: own } of nearest) {
    countAsked(core, question.pairs, question.asked, pairs);
    countAsked(own, question.words, question.asked, words);
  }
  return { pairs, words, nearest: nearest.length, placeTalk: placeTalkOf(question, documents) };
}

function countAsked(
  { hashes, from, to }: Weighed,
  table: Float32Array,
  asked: Uint32Array,
  counts: Map<number, number>,
): void {
  for (let at = from; at < to; at += 1) {
    const hash = hashes[at] ?? 0;
    if (isAsked(asked, hash) && table[hash]) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
}

/** Agencies answer in phrases of their own: what candidates of the asked place say more often than those of others. */
function placeTalkOf(question: SearchQuestion, documents: readonly SearchDocument[]): Neighbourhood["placeTalk"] {
  const here = documents.filter(({ places }) => share(question.places, places));
  const elsewhere = documents.filter(({ places }) => places.size > 0 && !share(question.places, places));
  if (here.length < 2 || elsewhere.length < 2) return () => 0;
  const hereCounts = countsOf(here);
  const elsewhereCounts = countsOf(elsewhere);
  return (document) => {
    const isHere = Number(share(question.places, document.places));
    const isElsewhere = Number(document.places.size > 0) - isHere;
    let sum = 0;
    let seen = 0;
    const { hashes, from, to } = document.grams;
    for (let at = from; at < to; at += 1) {
      const hash = hashes[at] ?? 0;
      const inside = (hereCounts[hash] ?? 0) - isHere;
      const outside = (elsewhereCounts[hash] ?? 0) - isElsewhere;
      if (inside + outside < leastSeen) continue;
      sum += Math.log(
        (inside + 1) / (here.length - isHere + 2) / ((outside + 1) / (elsewhere.length - isElsewhere + 2)),
      );
      seen += 1;
    }
    return seen ? sum / seen : 0;
  };
}

function countsOf(documents: readonly SearchDocument[]): Uint16Array {
  const counts = new Uint16Array(buckets);
  for (const { grams } of documents)
    for (let at = grams.from; at < grams.to; at += 1) {
      const hash = grams.hashes[at] ?? 0;
      counts[hash] = (counts[hash] ?? 0) + 1;
    }
  return counts;
}

/** Shares of the question that few of its candidates have. */
export function localRarity(question: SearchQuestion, document: SearchDocument, near: Neighbourhood) {
  const sumOf = ({ hashes, from, to }: Weighed, asked: Float32Array, counts: ReadonlyMap<number, number>) => {
    let sum = 0;
    for (let at = from; at < to; at += 1) {
      const hash = hashes[at] ?? 0;
      if (!isAsked(question.asked, hash)) continue;
      const weight = asked[hash] ?? 0;
      if (weight > 0) sum += Math.log((1 + near.nearest) / (1 + (counts.get(hash) ?? 0))) * Math.min(1, weight);
    }
    return Math.max(0, sum);
  };
  const scale = 4 * Math.sqrt(question.pairMass);
  return {
    localPairs: sumOf(document.core, question.pairs, near.pairs) / scale,
    localWords: sumOf(document.words, question.wordShares, near.words) / scale,
  };
}
