import { deflateSync, inflateSync } from "node:zlib";
import { countGrams, countWords, hashOf, piecesOf, sizeOf } from "./bags.ts";
import { type ArticlesWith, clauseKey, clausesOf } from "./clauses.ts";
import { numbersOf } from "./places.ts";
import { buckets } from "./tally.ts";

/** In how many articles each hashed piece stands: what tells a rare word from a common one in this base. */
export type BaseStatistics = {
  revision: number;
  articles: number;
  /** Sum of the pairs of all articles. */
  pairs: number;
  grams: Uint32Array;
  words: Uint32Array;
  clauses: Uint32Array;
};

export const emptyStatistics = (): BaseStatistics => ({
  revision: 0,
  articles: 0,
  pairs: 0,
  grams: new Uint32Array(buckets),
  words: new Uint32Array(buckets),
  clauses: new Uint32Array(buckets),
});

/** `plain`: title and body as `plainOf` gives them; `words`: the distinct words of both. */
export type CountedText = { plain: string; words: readonly string[] };

/** Counts one article more. */
export function countArticle(statistics: BaseStatistics, { plain, words }: CountedText): void {
  const pieces = piecesOf(plain);
  statistics.articles += 1;
  statistics.pairs += sizeOf(pieces).pairs;
  for (const hash of countGrams(pieces).hashes) increase(statistics.grams, hash);
  for (const hash of countWords([...words, ...numbersOf(plain)]).hashes) increase(statistics.words, hash);
  for (const key of new Set(clausesOf(plain).map(clauseKey))) increase(statistics.clauses, hashOf(key));
}

function increase(counts: Uint32Array, hash: number): void {
  counts[hash] = (counts[hash] ?? 0) + 1;
}

/** A base is counted as if so many articles about other things stood beside: in a base of one article no word is common. */
export const articlesBeside = 20;

/** Rarity of a gram: near 0 for what stands in every article of a large base. */
export const gramRarity = ({ articles, grams }: BaseStatistics, hash: number): number =>
  Math.log((1 + articlesBeside + articles) / (1 + (grams[hash] ?? 0)));

export const wordRarity = ({ articles, words }: BaseStatistics, hash: number): number =>
  Math.log((1 + articlesBeside + articles) / (1 + (words[hash] ?? 0)));

/** The rarity of every hash, kept as long as the counts are the same: a logarithm each time is a third of preparing an article. */
export type Rarities = { articles: number; grams: Float32Array; words: Float32Array };

const kept = new WeakMap<BaseStatistics, Rarities>();

export function raritiesOf(statistics: BaseStatistics): Rarities {
  const known = kept.get(statistics);
  if (known?.articles === statistics.articles) return known;
  const rarities = {
    articles: statistics.articles,
    grams: Float32Array.from({ length: buckets }, (_, hash) => gramRarity(statistics, hash)),
    words: Float32Array.from({ length: buckets }, (_, hash) => wordRarity(statistics, hash)),
  };
  kept.set(statistics, rarities);
  return rarities;
}

/** In how many articles a clause stands, by the hash of its key. */
export const articlesWithClause =
  ({ clauses }: BaseStatistics): ArticlesWith =>
  (keyHash) =>
    clauses[keyHash] ?? 0;

/** The three tables and the sum of pairs as one packed block. */
export function packCounts({ grams, words, clauses, pairs }: BaseStatistics): Buffer {
  const all = new Uint32Array(3 * buckets + 1);
  all[3 * buckets] = pairs;
  all.set(grams, 0);
  all.set(words, buckets);
  all.set(clauses, 2 * buckets);
  return deflateSync(Buffer.from(all.buffer), { level: 1 });
}

export function unpackCounts(packed: Uint8Array): Pick<BaseStatistics, "grams" | "words" | "clauses" | "pairs"> {
  const bytes = inflateSync(packed);
  const all = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  return {
    grams: all.slice(0, buckets),
    words: all.slice(buckets, 2 * buckets),
    clauses: all.slice(2 * buckets, 3 * buckets),
    pairs: all[3 * buckets] ?? 0,
  };
}
