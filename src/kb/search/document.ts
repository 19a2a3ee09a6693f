import { titleMark } from "../words.ts";
import { countGrams, countListed, gramsOfLength, hashOf, piecesOf, plainOf, sizeOf } from "./bags.ts";
import { coreOf, isCommon } from "./clauses.ts";
import type { MatterBook } from "./matters.ts";
import { numbersOf, type Places, placesOf } from "./places.ts";
import { articlesWithClause, type BaseStatistics, raritiesOf } from "./statistics.ts";
import { addTimes, addUnit, newSheet, takeOff, type Weighed } from "./weigh.ts";

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
  /** `words`: its tokens parted by spaces. */
  passages: readonly { text: string; words: string }[];
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
  /** Matters named in it, by number in the book of matters; those of the title apart. */
  matters: Int32Array;
  titleMatters: Int32Array;
  /** Pairs of the whole text. */
  length: number;
};

/** One for all articles, empty between them. */
const sheet = newSheet();

/** Prepares a version for ranking; about a tenth of a millisecond, so the cache keeps it. `known`: names of the city's districts. */
export function prepareDocument(
  stored: StoredVersion,
  statistics: BaseStatistics,
  known: readonly string[],
  { writtenIn }: MatterBook,
): SearchDocument {
  const articlesWith = articlesWithClause(statistics);
  const title = plainOf(stored.title);
  const plainTitle = isCommon(title, articlesWith) ? "" : title;
  const plain = `${plainTitle}。${plainOf(stored.body)}`;
  const pieces = piecesOf(plain);
  const coreText = coreOf(plain, articlesWith);
  const corePieces = coreText === plain ? pieces : piecesOf(coreText);
  const { grams: rarities, words: wordRarities } = raritiesOf(statistics);
  const ofCore = countGrams(corePieces);
  const coreGrams = addUnit(sheet, ofCore, rarities);
  const coreCharacters = addUnit(sheet, gramsOfLength(ofCore, 1), rarities);
  const core = addTimes(sheet, gramsOfLength(ofCore, 2));
  const grams = corePieces === pieces ? coreGrams : addUnit(sheet, countGrams(pieces), rarities);
  const titleGrams = addUnit(sheet, countGrams(piecesOf(plainTitle)), rarities);
  // A word counts as often as there are passages with it.
  const words = addUnit(
    sheet,
    countListed(
      stored.passages.map(({ words }) => words),
      titleMark,
    ),
    wordRarities,
  );
  const passages = stored.passages.map(({ text }) => addUnit(sheet, countGrams(piecesOf(plainOf(text))), rarities));
  const { pairs, singles } = sizeOf(pieces);
  const read = takeOff(sheet);
  return {
    stored,
    grams: read(grams),
    coreGrams: read(coreGrams),
    coreCharacters: read(coreCharacters),
    title: read(titleGrams),
    words: read(words),
    core: read(core),
    coreMass: massOf(read(core), rarities),
    passages: passages.map(read),
    places: placesOf(`${plain}${stored.region ?? ""}`, known),
    numbers: new Set(numbersOf(plain).map(hashOf)),
    length: pairs + singles,
    matters: writtenIn(plain),
    titleMatters: writtenIn(plainTitle),
  };
}

/** Sum of the squared rarities. */
function massOf({ hashes, from, to }: Weighed, rarity: Float32Array): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += (rarity[hashes[at] ?? 0] ?? 0) ** 2;
  return sum;
}
