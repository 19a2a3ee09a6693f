import { plainText } from "../../platform/text/index.ts";

/** Places are told apart by their hash only: 2^18 of them, of which a large base fills a half. */
export const buckets = 1 << 18;

const longestGram = 3;
const seed = 0x811c9dc5;
const prime = 0x01000193;
const space = 0x20;

/** Text as it is compared: simplified characters, half width, lower case, no spaces. */
export const plainOf = (text: string): string => plainText(text).toLowerCase();

/** Code units of plain text, 0 where neither letter nor digit stands; none at the ends, and never two in a row. */
export type Pieces = Uint16Array;

/** By code unit: 1 a letter or digit, 2 none, 0 not met yet. */
const met = new Uint8Array(1 << 16);

/** Plain text cut where neither letter nor digit stands. */
export function piecesOf(plain: string): Pieces {
  const codes = new Uint16Array(plain.length);
  let length = 0;
  for (let at = 0; at < plain.length; at += 1) {
    const code = plain.charCodeAt(at);
    const isPart = isSurrogate(code) ? isLetter(plain.codePointAt(code < 0xdc00 ? at : at - 1)) : isLetterUnit(code);
    if (isPart || (length > 0 && codes[length - 1] !== 0)) {
      codes[length] = isPart ? code : 0;
      length += 1;
    }
  }
  if (length > 0 && codes[length - 1] === 0) length -= 1;
  return codes.subarray(0, length);
}

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

const isLetter = (point = 0): boolean => /[\p{L}\p{N}]/u.test(String.fromCodePoint(point));

function isLetterUnit(code: number): boolean {
  if (met[code] === 0) met[code] = isLetter(code) ? 1 : 2;
  return met[code] === 1;
}

/** How many pairs stand in the pieces, and how many pieces are of one code unit. */
export function sizeOf(pieces: Pieces): { pairs: number; singles: number } {
  let [pairs, singles, run] = [0, 0, 0];
  for (let at = 0; at <= pieces.length; at += 1) {
    const isPart = at < pieces.length && pieces[at] !== 0;
    if (isPart && run > 0) pairs += 1;
    if (!isPart && run === 1) singles += 1;
    run = isPart ? run + 1 : 0;
  }
  return { pairs, singles };
}

/** Hashed pieces in the order in which each came first, with how many times it came. Good until the next count. */
export type Counted = { hashes: Int32Array; times: Uint16Array };

/** Counts for one text at a time, all zero in between: with many texts to compare, maps are most of the work. */
const counts = new Uint16Array(buckets);
const mostCounted = 0xffff;
let places = new Int32Array(1 << 12);
let placeTimes = new Uint16Array(1 << 12);

/** Character n-grams of one to three. */
export function countGrams(pieces: Pieces): Counted {
  let found = 0;
  for (let from = 0; from < pieces.length; from += 1) {
    let hash = seed;
    for (let length = 0; length < longestGram; length += 1) {
      const code = pieces[from + length] ?? 0;
      if (code === 0) break;
      hash = Math.imul(hash ^ code, prime);
      found = countOne(place(hash), found);
    }
  }
  return takeCounts(found);
}

/** Character pairs, hashed as `countGrams` does. */
export function countPairs(pieces: Pieces): Counted {
  let found = 0;
  for (let from = 0; from + 1 < pieces.length; from += 1) {
    const [first = 0, second = 0] = [pieces[from], pieces[from + 1]];
    if (first === 0 || second === 0) continue;
    found = countOne(place(Math.imul(Math.imul(seed ^ first, prime) ^ second, prime)), found);
  }
  return takeCounts(found);
}

/** Single characters, hashed as `countGrams` does. */
export function countCharacters(pieces: Pieces): Counted {
  let found = 0;
  for (const code of pieces) if (code !== 0) found = countOne(place(Math.imul(seed ^ code, prime)), found);
  return takeCounts(found);
}

/** The words of several lists parted by spaces, but for those that begin with `mark`. */
export function countListed(lists: Iterable<string>, mark: string): Counted {
  const marked = mark.charCodeAt(0);
  let found = 0;
  for (const list of lists)
    for (let at = 0; at < list.length; at += 1) {
      const isMarked = list.charCodeAt(at) === marked;
      let hash = seed;
      for (let code = list.charCodeAt(at); at < list.length && code !== space; code = list.charCodeAt(at)) {
        hash = Math.imul(hash ^ code, prime);
        at += 1;
      }
      if (!isMarked) found = countOne(place(hash), found);
    }
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
  if (before < mostCounted) counts[hash] = before + 1;
  if (before) return found;
  if (found === places.length) {
    const longer = new Int32Array(2 * found);
    longer.set(places);
    places = longer;
    placeTimes = new Uint16Array(2 * found);
  }
  places[found] = hash;
  return found + 1;
}

function takeCounts(found: number): Counted {
  for (let at = 0; at < found; at += 1) {
    const hash = places[at] ?? 0;
    placeTimes[at] = counts[hash] ?? 0;
    counts[hash] = 0;
  }
  return { hashes: places.subarray(0, found), times: placeTimes.subarray(0, found) };
}

/** FNV-1a over code units, spread, since its low bits alone are too regular for short input. */
export function hashOf(word: string): number {
  let hash = seed;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), prime);
  return place(hash);
}

/** The hash of what is left of a part of the text when only some code units are kept. */
export function hashOfPart(text: string, from: number, to: number, isKept: (code: number) => boolean): number {
  let hash = seed;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (isKept(code)) hash = Math.imul(hash ^ code, prime);
  }
  return place(hash);
}

function place(hash: number): number {
  const spread = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (spread ^ (spread >>> 15)) & (buckets - 1);
}
