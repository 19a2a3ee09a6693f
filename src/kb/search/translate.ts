import type { WordLinks } from "./word-links.ts";

/** Words of a question and of the answer that a person confirmed for it, both distinct. */
export type WordPair = { said: readonly string[]; official: readonly string[] };

const rounds = 5;
const leastShare = 0.15;
const linksAWord = 3;

/**
 * IBM model 1: how likely each official word is where a caller's word was said, learned by expectation maximisation from pairs
 * that nobody aligned. A word that stands on both sides needs no link.
 */
export function learnLinks(pairs: readonly WordPair[]): WordLinks {
  let shares = uniform(pairs);
  for (let round = 0; round < rounds; round += 1) shares = improve(pairs, shares);
  const links = [...shares].map(([said, official]) => [said, strongest(said, official)] as const);
  return new Map(links.filter(([, official]) => official.length > 0));
}

type Shares = Map<string, Map<string, number>>;

function uniform(pairs: readonly WordPair[]): Shares {
  const shares: Shares = new Map();
  for (const { said, official } of pairs) {
    for (const from of said) {
      const row = shares.get(from) ?? new Map<string, number>();
      for (const to of official) row.set(to, 1);
      shares.set(from, row);
    }
  }
  return shares;
}

function improve(pairs: readonly WordPair[], shares: Shares): Shares {
  const counts: Shares = new Map();
  for (const { said, official } of pairs) {
    for (const to of official) {
      const total = said.reduce((sum, from) => sum + (shares.get(from)?.get(to) ?? 0), 0);
      for (const from of said) {
        const row = counts.get(from) ?? new Map<string, number>();
        row.set(to, (row.get(to) ?? 0) + (shares.get(from)?.get(to) ?? 0) / (total || 1));
        counts.set(from, row);
      }
    }
  }
  for (const row of counts.values()) {
    const total = [...row.values()].reduce((sum, count) => sum + count, 0) || 1;
    for (const [to, count] of row) row.set(to, count / total);
  }
  return counts;
}

const strongest = (said: string, official: ReadonlyMap<string, number>) =>
  [...official]
    .filter(([word, share]) => word !== said && share >= leastShare)
    .sort(([, left], [, right]) => right - left)
    .slice(0, linksAWord)
    .map(([word, share]) => ({ word, share: Math.min(1, 2 * share) }));
