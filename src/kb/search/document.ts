import {
  type Counted,
  countCharacters,
  countGrams,
  countPairs,
  countWords,
  hashOf,
  piecesOf,
  plainOf,
} from "./bags.ts";
import { coreOf, isCommon } from "./clauses.ts";
import { numbersOf, type Places, placesOf } from "./places.ts";
import { articlesWithClause, type BaseStatistics, raritiesOf } from "./statistics.ts";

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
  passages: readonly { text: string; tokens: readonly string[] }[];
};

/** What a question is compared with. Weights of `grams` and `title` have norm 1, so a dot product is a cosine. */
export type SearchDocument = {
  stored: StoredVersion;
  grams: Weighed;
  title: Weighed;
  words: Weighed;
  /** As `grams`, of the text without greetings and closings. */
  coreGrams: Weighed;
  /** Its single characters: long texts about the same matter share most of them whatever words they choose. */
  coreCharacters: Weighed;
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
  const title = plainOf(stored.title);
  const plainTitle = isCommon(title, articlesWith) ? "" : title;
  const plain = `${plainTitle}。${plainOf(stored.body)}`;
  const pieces = piecesOf(plain);
  const coreText = coreOf(plain, articlesWith);
  const corePieces = coreText === plain ? pieces : piecesOf(coreText);
  const core = countPairs(corePieces);
  const rarities = raritiesOf(statistics);
  const grams = unit(countGrams(pieces), rarities.grams);
  return {
    stored,
    grams,
    coreGrams: corePieces === pieces ? grams : unit(countGrams(corePieces), rarities.grams),
    coreCharacters: unit(countCharacters(corePieces), rarities.grams),
    title: unit(countGrams(piecesOf(plainTitle)), rarities.grams),
    words: unit(countWords(wordsOf(stored)), rarities.words),
    core: { hashes: core.hashes, weights: Float32Array.from(core.times) },
    coreMass: massOf(core.hashes, rarities.grams),
    passages: stored.passages.map(({ text }) => unit(countGrams(piecesOf(plainOf(text))), rarities.grams)),
    places: placesOf(`${plain}${stored.region ?? ""}`, known),
    numbers: new Set(numbersOf(plain).map(hashOf)),
    length: pieces.reduce((sum, piece) => sum + Math.max(1, piece.length - 1), 0),
  };
}

/** As often as there are passages with it. */
const wordsOf = ({ passages }: StoredVersion): string[] =>
  passages.flatMap(({ tokens }) => tokens.filter((token) => !token.startsWith("^")));

/** Damped by the logarithm, weighed by rarity, brought to norm 1. */
function unit({ hashes, times }: Counted, rarity: Float64Array): Weighed {
  const weights = new Float32Array(hashes.length);
  let sum = 0;
  for (let at = 0; at < hashes.length; at += 1) {
    const weight = Math.fround((1 + Math.log(times[at] ?? 1)) * (rarity[hashes[at] ?? 0] ?? 0));
    weights[at] = weight;
    sum += weight * weight;
  }
  const norm = Math.sqrt(sum) || 1;
  for (let at = 0; at < weights.length; at += 1) weights[at] = (weights[at] ?? 0) / norm;
  return { hashes, weights };
}

/** Sum of the squared rarities. */
function massOf(hashes: Int32Array, rarity: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < hashes.length; at += 1) sum += (rarity[hashes[at] ?? 0] ?? 0) ** 2;
  return sum;
}
