import { plainText } from "../../platform/text/index.ts";

/** Pieces are told apart by their hash only: 2^18 places, of which a large base fills a half. */
export const buckets = 1 << 18;

const longestGram = 3;

/** Text as it is compared: simplified characters, half width, lower case, no spaces. */
export const plainOf = (text: string): string => plainText(text).toLowerCase();

/** Plain text cut where neither letter nor digit stands. */
export const piecesOf = (plain: string): string[] => plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** Hashed pieces in the order in which each came first, with how many times it came. */
export type Counted = { hashes: Int32Array; times: Int32Array };

/** Counts for one text at a time, all zero in between: with many texts to compare, maps are most of the work. */
const counts = new Int32Array(buckets);
let places = new Int32Array(1 << 12);

/** Character n-grams of one to three. */
export function countGrams(pieces: readonly string[]): Counted {
  let found = 0;
  for (const piece of pieces) {
    for (let from = 0; from < piece.length; from += 1) {
      let hash = 0x811c9dc5;
      for (let length = 0; length < longestGram && from + length < piece.length; length += 1) {
        hash = Math.imul(hash ^ piece.charCodeAt(from + length), 0x01000193);
        found = countOne(place(hash), found);
      }
    }
  }
  return takeCounts(found);
}

/** Character pairs, hashed as `countGrams` does. */
export function countPairs(pieces: readonly string[]): Counted {
  let found = 0;
  for (const piece of pieces) {
    for (let from = 0; from + 2 <= piece.length; from += 1) {
      const first = Math.imul(0x811c9dc5 ^ piece.charCodeAt(from), 0x01000193);
      found = countOne(place(Math.imul(first ^ piece.charCodeAt(from + 1), 0x01000193)), found);
    }
  }
  return takeCounts(found);
}

/** Single characters, hashed as `countGrams` does. */
export function countCharacters(pieces: readonly string[]): Counted {
  let found = 0;
  for (const piece of pieces)
    for (let at = 0; at < piece.length; at += 1) found = countOne(hashOf(piece.charAt(at)), found);
  return takeCounts(found);
}

/** Whole words. */
export function countWords(words: readonly string[]): Counted {
  let found = 0;
  for (const word of words) found = countOne(hashOf(word), found);
  return takeCounts(found);
}

function countOne(hash: number, found: number): number {
  const before = counts[hash] ?? 0;
  counts[hash] = before + 1;
  if (before) return found;
  if (found === places.length) {
    const longer = new Int32Array(2 * found);
    longer.set(places);
    places = longer;
  }
  places[found] = hash;
  return found + 1;
}

function takeCounts(found: number): Counted {
  const hashes = places.slice(0, found);
  const times = new Int32Array(found);
  for (let at = 0; at < found; at += 1) {
    const hash = hashes[at] ?? 0;
    times[at] = counts[hash] ?? 0;
    counts[hash] = 0;
  }
  return { hashes, times };
}

/** FNV-1a over code units, spread, since its low bits alone are too regular for short input. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return place(hash);
}

function place(hash: number): number {
  const spread = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (spread ^ (spread >>> 15)) & (buckets - 1);
}
