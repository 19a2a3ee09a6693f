import type { Nearness } from "./asked/nearness.ts";
import { countCharacters, countGrams, countPairs, countWords, hashOf, piecesOf, plainOf } from "./bags.ts";
import type { AskedMatters } from "./match-matters.ts";
import { numbersOf, type Places, placesOf } from "./places.ts";
import { type BaseStatistics, gramRarity, wordRarity } from "./statistics.ts";
import { markAsked, type Table, tableOf } from "./tables.ts";
import type { Counted } from "./tally.ts";

/** Dense tables by hash, so that comparing with a hundred articles is a walk over theirs. */
export type SearchQuestion = {
  length: QuestionLength;
  /** Norm 1. */
  grams: Float32Array;
  /** Norm 1. */
  characters: Float32Array;
  /** The same of the first sentence, which says what it is about. */
  lead: Float32Array;
  words: Float32Array;
  /** As `pairs`, of words. */
  wordShares: Float32Array;
  /** 1 + log of times, 0 for what is not asked. */
  pairs: Float32Array;
  leadPairs: Float32Array;
  /** Which hashes may have a weight in the tables: see `isAsked`. */
  asked: Uint32Array;
  pairMass: number;
  leadMass: number;
  wordMass: number;
  places: Places;
  numbers: readonly number[];
  matters: AskedMatters;
  /** How near it is to questions that were confirmed. */
  confirmed: Nearness;
  /** All of the tables above, which `letGo` takes back. */
  tables: Table[];
};

const longestLead = 60;
/** A letter says the same in many words, official ones among them, and was not misheard. */
export const longestSpoken = 120;

/** What was said on the telephone, or written at length. */
export type QuestionLength = "call" | "letter";
export const lengthOf = (text: string): QuestionLength => (text.length > longestSpoken ? "letter" : "call");

/** What the bridge adds counts less than what was said. */
const addedShare = 0.5;

/** What stands before the first line break or end of sentence: the title of a letter, the first words of a call. */
export function leadOf(text: string): string {
  const [first = ""] = text.trim().split(/[\n。！？!?]/u);
  return first.slice(0, longestLead);
}

/** `added`: official words for what was said; `words`: the distinct words of the question. */
export type AskedText = {
  text: string;
  added: readonly { word: string; share: number }[];
  words: readonly string[];
  matters: AskedMatters;
  confirmed: Nearness;
};

/** Prepares a question for comparison with many articles. */
export function prepareQuestion(
  { text, added, words, matters, confirmed }: AskedText,
  statistics: BaseStatistics,
  known: readonly string[],
): SearchQuestion {
  const plain = plainOf(text);
  const pieces = piecesOf(plain);
  const leadPieces = piecesOf(plainOf(leadOf(text)));
  const rare = (hash: number) => gramRarity(statistics, hash);
  const rareWord = (hash: number) => wordRarity(statistics, hash);
  const grams = damped(countGrams(pieces));
  const pairs = damped(countPairs(pieces));
  const spoken = damped(countWords(words));
  const lead = damped(countGrams(leadPieces));
  const leadPairs = damped(countPairs(leadPieces));
  const isOneSentence = 2 * leadOf(text).length >= text.length;
  for (const { word, share } of added) {
    const addedPieces = piecesOf(plainOf(word));
    raise(grams, countGrams(addedPieces).hashes, addedShare * share);
    raise(pairs, countPairs(addedPieces).hashes, addedShare * share);
    raise(spoken, [hashOf(word)], addedShare * share);
    if (!isOneSentence) continue;
    raise(lead, countGrams(addedPieces).hashes, addedShare * share);
    raise(leadPairs, countPairs(addedPieces).hashes, addedShare * share);
  }
  const tables: Table[] = [];
  const table = (weights: ReadonlyMap<number, number>): Float32Array => {
    const made = tableOf(weights);
    tables.push(made);
    return made.weights;
  };
  const characters = damped(countCharacters(pieces));
  return {
    length: lengthOf(text),
    grams: table(unit(grams, rare)),
    characters: table(unit(characters, rare)),
    lead: table(unit(lead, rare)),
    words: table(unit(spoken, rareWord)),
    wordShares: table(spoken),
    pairs: table(pairs),
    leadPairs: table(leadPairs),
    asked: markAsked([grams, characters, lead, pairs, leadPairs, spoken]),
    pairMass: massOf(pairs, rare),
    leadMass: massOf(leadPairs, rare),
    wordMass: massOf(spoken, rareWord),
    places: placesOf(plain, known),
    numbers: numbersOf(plain).map(hashOf),
    matters,
    confirmed,
    tables,
  };
}

const damped = ({ hashes, times }: Counted): Map<number, number> =>
  new Map(Array.from(hashes, (hash, at) => [hash, 1 + Math.log(times[at] ?? 1)]));

function raise(weights: Map<number, number>, hashes: Iterable<number>, least: number): void {
  for (const hash of hashes) weights.set(hash, Math.max(weights.get(hash) ?? 0, least));
}

function unit(weights: ReadonlyMap<number, number>, rarity: (hash: number) => number): Map<number, number> {
  const weighed = [...weights].map(([hash, weight]) => [hash, weight * rarity(hash)] as const);
  const norm = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return new Map(weighed.map(([hash, weight]) => [hash, weight / norm]));
}

const massOf = (weights: ReadonlyMap<number, number>, rarity: (hash: number) => number): number =>
  [...weights].reduce((sum, [hash, weight]) => sum + Math.min(1, weight) * rarity(hash) ** 2, 0) || 1;
