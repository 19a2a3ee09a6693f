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

/** Memory of its own for each piece of text is a tenth of the work: a few stand here side by side. */
const room = new Uint16Array(1 << 17);
let taken = 0;
const heldAtLeast = 16;

/** Room that stays as it is while `heldAtLeast` more are taken. */
function takeRoom(length: number): Uint16Array {
  if (length * (heldAtLeast + 1) > room.length) return new Uint16Array(length);
  if (taken + length > room.length) taken = 0;
  taken += length;
  return room.subarray(taken - length, taken);
}

/** Plain text cut where neither letter nor digit stands. Good until sixteen other texts are cut. */
export function piecesOf(plain: string): Pieces {
  const codes = takeRoom(plain.length);
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

/** How long each piece of the last count of n-grams is, in the order in which they came. */
const lengths = new Uint8Array(buckets);

/** Character n-grams of one to three. */
export function countGrams(pieces: Pieces): Counted {
  beginTally(longestGram * pieces.length);
  let found = 0;
  for (let from = 0; from < pieces.length; from += 1) {
    const first = pieces[from] ?? 0;
    if (first === 0) continue;
    const one = Math.imul(seed ^ first, prime);
    lengths[found] = 1;
    found = tally(place(one), found);
    const second = pieces[from + 1] ?? 0;
    if (second === 0) continue;
    const two = Math.imul(one ^ second, prime);
    lengths[found] = 2;
    found = tally(place(two), found);
    const third = pieces[from + 2] ?? 0;
    if (third === 0) continue;
    lengths[found] = 3;
    found = tally(place(Math.imul(two ^ third, prime)), found);
  }
  return endTally(found);
}

const hashesOfLength = new Int32Array(buckets);
const timesOfLength = new Uint16Array(buckets);

/** Of the n-grams counted last those of so many characters, without counting them again. */
export function gramsOfLength({ hashes, times }: Counted, length: number): Counted {
  let found = 0;
  for (let at = 0; at < hashes.length; at += 1) {
    if (lengths[at] !== length) continue;
    hashesOfLength[found] = hashes[at] ?? 0;
    timesOfLength[found] = times[at] ?? 0;
    found += 1;
  }
  return { hashes: hashesOfLength.subarray(0, found), times: timesOfLength.subarray(0, found) };
}

/** Character pairs, hashed as `countGrams` does. */
export function countPairs(pieces: Pieces): Counted {
  beginTally(pieces.length);
  let found = 0;
  for (let from = 0; from + 1 < pieces.length; from += 1) {
    const first = pieces[from] ?? 0;
    const second = pieces[from + 1] ?? 0;
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
      if (list.charCodeAt(at) === marked) {
        const end = list.indexOf(" ", at);
        at = end < 0 ? list.length : end;
        continue;
      }
      let hash = seed;
      for (let code = list.charCodeAt(at); at < list.length && code !== space; code = list.charCodeAt(at)) {
        hash = Math.imul(hash ^ code, prime);
        at += 1;
      }
      found = tally(place(hash), found);
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

/** `hashOf` letter by letter: begin with `emptyHash`, add the code units, and end. */
export const emptyHash = seed;
export const addToHash = (hash: number, code: number): number => Math.imul(hash ^ code, prime);
export const endHash = (hash: number): number => place(hash);

function place(hash: number): number {
  const spread = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (spread ^ (spread >>> 15)) & (buckets - 1);
}
