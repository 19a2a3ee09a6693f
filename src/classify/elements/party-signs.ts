import { addCode, addText, hashBasis, spreads, tablePlace } from "../../platform/learn/index.ts";
import type { TaggedWord } from "../../platform/text/index.ts";

/** Places of the table in which the weights of signs stand; signs share places by their hash. */
export const hashBits = 18;

/** Characters of the longest party. */
export const partyMax = 16;
const lengthMin = 2;

/** A sentence whose words are known. */
export type Worded = { readonly text: string; readonly words: readonly TaggedWord[] };

/** A sentence as numbers: its characters with two of no text on either side, and the words that begin and end at each, hashed. */
export type Sentence = {
  readonly text: string;
  readonly codes: Uint16Array;
  readonly next: Int32Array;
  readonly nextTag: Int32Array;
  readonly last: Int32Array;
  readonly lastTag: Int32Array;
};

const outside = 36;
const margin = 2;

/** The place of a sign of sort `of` that is told by one number, or by two. */
const place = (of: number, one: number, two = 0): number =>
  tablePlace(addCode(addCode(addCode(hashBasis, of), one), two), hashBits, spreads.second);

/** Makes a sentence ready to be read. */
export function sentenceOf({ text, words }: Worded): Sentence {
  const size = text.length + 1;
  const codes = new Uint16Array(text.length + 2 * margin).fill(outside);
  for (let at = 0; at < text.length; at += 1) codes[at + margin] = text.charCodeAt(at);
  const made = (): Int32Array => new Int32Array(size);
  const sentence = { text, codes, next: made(), nextTag: made(), last: made(), lastTag: made() };
  for (const { word, tag, start, end } of words) {
    const hash = addText(hashBasis, word);
    const tagHash = addText(hashBasis, tag);
    sentence.next[start] = hash;
    sentence.nextTag[start] = tagHash;
    sentence.last[end] = hash;
    sentence.lastTag[end] = tagHash;
  }
  return sentence;
}

const nearChars = 6;
const farChars = 15;
const distanceOf = (at: number): number => (at === 0 ? 0 : at < nearChars ? 1 : at < farChars ? 2 : 3);

/** The signs that a party begins at a character: what stands there and before it. */
export function startPlaces({ codes, nextTag, last, lastTag }: Sentence, at: number): number[] {
  const code = (offset: number): number => codes[at + margin + offset] ?? outside;
  const tag = nextTag[at] ?? 0;
  const before = lastTag[at] ?? 0;
  return [
    place(1, code(0)),
    place(2, code(0), code(1)),
    place(3, code(-1)),
    place(4, code(-2), code(-1)),
    place(5, code(-1), code(0)),
    place(6, tag),
    place(7, before),
    place(8, last[at] ?? 0),
    place(9, before, tag),
    place(10, distanceOf(at)),
  ];
}

/** The signs that a party ends before a character: what it ends in and what follows. */
export function endPlaces({ codes, next, nextTag, last, lastTag }: Sentence, at: number): number[] {
  const code = (offset: number): number => codes[at + margin + offset] ?? outside;
  const tag = lastTag[at] ?? 0;
  const behind = nextTag[at] ?? 0;
  return [
    place(11, code(-1)),
    place(12, code(-2), code(-1)),
    place(13, code(0)),
    place(14, code(0), code(1)),
    place(15, tag),
    place(16, last[at] ?? 0),
    place(17, behind),
    place(18, next[at] ?? 0),
    place(19, tag, behind),
  ];
}

/** The signs of a character within a party, and of the word that begins there. */
export function insidePlaces({ codes, next, nextTag }: Sentence, at: number): number[] {
  const char = place(20, codes[at + margin] ?? outside);
  const word = next[at] ?? 0;
  return word === 0 ? [char] : [char, place(21, nextTag[at] ?? 0), place(22, word)];
}

const shortMax = 6;

/** The signs of a stretch as a whole: how long it is and what kinds of words it begins and ends with. */
export function spanPlaces(
  { nextTag, lastTag }: Sentence,
  start: number,
  end: number,
): readonly [number, number, number] {
  const tags = addCode(nextTag[start] ?? 0, lastTag[end] ?? 0);
  const length = end - start;
  return [place(23, length), place(24, tags), place(25, tags, Math.min(shortMax, length))];
}

const mark = /[，。？！、；：,.?! ]/u;

/** Calls `each` with every stretch of 2 to 16 characters without a mark. */
export function eachSpan(text: string, each: (start: number, end: number) => void): void {
  for (let start = 0; start + 1 < text.length; start += 1) {
    for (let end = start + 1; end <= Math.min(text.length, start + partyMax); end += 1) {
      if (mark.test(text.charAt(end - 1))) break;
      if (end - start >= lengthMin) each(start, end);
    }
  }
}
