import { plainText } from "../../platform/text/index.ts";
import { beginTally, buckets, type Counted, endTally, tally } from "./tally.ts";

const longestGram = 3;
const seed = 0x811c9dc5;
const prime = 0x01000193;
const space = 0x20;

/** Text as it is compared: simplified characters, half width, lower case, no spaces. */
export const plainOf = (text: string): string => plainText(text).toLowerCase();

/** Code units of plain text, 0 where neither letter nor digit stands; none at the ends, and never two in a row. */
export type Pieces = Uint16Array;

/** By code unit: 1 a letter or digit, 2 none, 0 not met yet or half a letter. */
const met = new Uint8Array(1 << 16);

/** Plain text cut where neither letter nor digit stands. */
export function piecesOf(plain: string): Pieces {
  const codes = new Uint16Array(plain.length);
  let length = 0;
  for (let at = 0; at < plain.length; at += 1) {
    const code = plain.charCodeAt(at);
    const known = met[code] ?? 0;
    const isPart = known === 0 ? isLetterAt(plain, at) : known === 1;
    if (isPart || (length > 0 && codes[length - 1] !== 0)) {
      codes[length] = isPart ? code : 0;
      length += 1;
    }
  }
  if (length > 0 && codes[length - 1] === 0) length -= 1;
  return codes.subarray(0, length);
}

function isLetterAt(plain: string, at: number): boolean {
  const code = plain.charCodeAt(at);
  if (isSurrogate(code)) return isLetter(plain.codePointAt(code < 0xdc00 ? at : at - 1));
  met[code] = isLetter(code) ? 1 : 2;
  return met[code] === 1;
}

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

const isLetter = (point = 0): boolean => /[\p{L}\p{N}]/u.test(String.fromCodePoint(point));

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

/** Character n-grams of one to three. */
export function countGrams(pieces: Pieces): Counted {
  beginTally(longestGram * pieces.length);
  let found = 0;
  for (let from = 0; from < pieces.length; from += 1) {
    let hash = seed;
    for (let length = 0; length < longestGram; length += 1) {
      const code = pieces[from + length] ?? 0;
      if (code === 0) break;
      hash = Math.imul(hash ^ code, prime);
      found = tally(place(hash), found);
    }
  }
  return endTally(found);
}

/** Character pairs, hashed as `countGrams` does. */
export function countPairs(pieces: Pieces): Counted {
  beginTally(pieces.length);
  let found = 0;
  for (let from = 0; from + 1 < pieces.length; from += 1) {
    const [first = 0, second = 0] = [pieces[from], pieces[from + 1]];
    if (first === 0 || second === 0) continue;
    found = tally(place(Math.imul(Math.imul(seed ^ first, prime) ^ second, prime)), found);
  }
  return endTally(found);
}

/** Single characters, hashed as `countGrams` does. */
export function countCharacters(pieces: Pieces): Counted {
  beginTally(pieces.length);
  let found = 0;
  for (const code of pieces) if (code !== 0) found = tally(place(Math.imul(seed ^ code, prime)), found);
  return endTally(found);
}

/** The words of several lists parted by spaces, but for those that begin with `mark`. */
export function countListed(lists: readonly string[], mark: string): Counted {
  beginTally(lists.reduce((sum, { length }) => sum + length + 1, 0) >>> 1);
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
      if (!isMarked) found = tally(place(hash), found);
    }
  return endTally(found);
}

/** Whole words. */
export function countWords(words: readonly string[]): Counted {
  beginTally(words.length);
  let found = 0;
  for (const word of words) found = tally(hashOf(word), found);
  return endTally(found);
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
