import { type Bag, gramBag, hashOf, pairBag, piecesOf, plainOf, wordBag } from "./bags.ts";
import { coreOf, isCommon } from "./clauses.ts";
import { numbersOf, type Places, placesOf } from "./places.ts";
import { articlesWithClause, type BaseStatistics, gramRarity, wordRarity } from "./statistics.ts";

/** Hashes with a weight each. */
export type Weighed = { hashes: Int32Array; weights: Float32Array };

/** A version of an article as it is stored, with its passages in order. */
export type StoredVersion = {
  articleId: string;
  version: number;
  externalId: string | null;
  title: string;
  body: string;
  agency: string | null;
  bulletin: boolean;
  region: string | null;
  validFrom: Date | null;
  validUntil: Date | null;
  passages: readonly { ord: number; text: string; tokens: readonly string[] }[];
};

/** What a question is compared with. Weights of `grams` and `title` have norm 1, so a dot product is a cosine. */
export type SearchDocument = {
  stored: StoredVersion;
  grams: Weighed;
  title: Weighed;
  words: Weighed;
  /** As `grams`, of the text without greetings and closings. */
  coreGrams: Weighed;
  /** Pairs of the text without greetings and closings, by how often they stand there. */
  core: Weighed;
  /** Sum of the squared rarities of `core`. */
  coreMass: number;
  passages: Weighed[];
  places: Places;
  numbers: ReadonlySet<number>;
  /** Pairs of the whole text. */
  length: number;
};

/** Prepares a version for ranking; about half a millisecond, so the cache keeps it. `known`: names of the city's districts. */
export function prepareDocument(
  stored: StoredVersion,
  statistics: BaseStatistics,
  known: readonly string[],
): SearchDocument {
  const articlesWith = articlesWithClause(statistics);
  const plainTitle = isCommon(plainOf(stored.title), articlesWith) ? "" : plainOf(stored.title);
  const plain = `${plainTitle}。${plainOf(stored.body)}`;
  const pieces = piecesOf(plain);
  const corePieces = piecesOf(coreOf(plain, articlesWith));
  const core = pairBag(corePieces);
  const rare = (hash: number) => gramRarity(statistics, hash);
  return {
    stored,
    grams: unit(gramBag(pieces), rare),
    coreGrams: unit(gramBag(corePieces), rare),
    title: unit(gramBag(piecesOf(plainTitle)), rare),
    words: unit(wordBag(wordsOf(stored)), (hash) => wordRarity(statistics, hash)),
    core: { hashes: Int32Array.from(core.keys()), weights: Float32Array.from(core.values()) },
    coreMass: [...core.keys()].reduce((sum, hash) => sum + rare(hash) ** 2, 0),
    passages: stored.passages.map(({ text }) => unit(gramBag(piecesOf(plainOf(text))), rare)),
    places: placesOf(`${plain}${stored.region ?? ""}`, known),
    numbers: new Set(numbersOf(plain).map(hashOf)),
    length: pieces.reduce((sum, piece) => sum + Math.max(1, piece.length - 1), 0),
  };
}

/** As often as there are passages with it. */
const wordsOf = ({ passages }: StoredVersion): string[] =>
  passages.flatMap(({ tokens }) => tokens.filter((token) => !token.startsWith("^")));

/** Damped by the logarithm, weighed by rarity, brought to norm 1. */
function unit(bag: Bag, rarity: (hash: number) => number): Weighed {
  const hashes = Int32Array.from(bag.keys());
  const weights = Float32Array.from(bag, ([hash, times]) => (1 + Math.log(times)) * rarity(hash));
  const norm = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  return { hashes, weights: weights.map((weight) => weight / norm) };
}
