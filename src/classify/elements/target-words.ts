import { type TaggedWord, taggedWords } from "../../platform/text/index.ts";
import type { Turn } from "../talk/talk.ts";

const known = new WeakMap<Turn, readonly TaggedWord[]>();

/** The words of a turn, cut once. */
export function wordsOf(turn: Turn): readonly TaggedWord[] {
  const words = known.get(turn) ?? taggedWords(turn.text);
  known.set(turn, words);
  return words;
}

/** Words [first, last] of a turn that may name a party or a thing, at characters [start, end). */
export type WordSpan = { readonly start: number; readonly end: number };

const noun = /^(?:n|nr|ns|nt|nz|nw|x|eng|j|s|f|nrt|nrfg|zg|vn|g|i|l|k)$/;
const modifier = /^(?:m|b|a|q|mq|an|ag|h|v)$/;
const han = /^[\p{Script=Han}A-Za-z0-9]+$/u;
const wordsMax = 6;

export const isNoun = (word: TaggedWord): boolean => noun.test(word.tag);

/** A verb of two characters and more makes a sentence, no name; verbs of one are parts of names (迅达, 安居). */
const isSentence = (word: TaggedWord): boolean => word.tag === "v" && word.word.length > 1;

/** 五月, 26号: part of a time, unless of a house or a line. */
const time = /[0-9零一二三四五六七八九十][月日点]|[0-9一二三四五六七八九十]号$/u;

/** Runs of nouns with what stands before them, six words at most, that end in a noun: 十七路公交车, 迅达配送站. */
export function wordSpans(words: readonly TaggedWord[]): WordSpan[] {
  const spans: WordSpan[] = [];
  words.forEach((first, from) => {
    for (const last of words.slice(from, from + wordsMax)) {
      const fits =
        han.test(last.word) && (isNoun(last) || modifier.test(last.tag)) && !isSentence(last) && !time.test(last.word);
      if (!fits) break;
      if (isNoun(last) && last.end - first.start >= 2) spans.push({ start: first.start, end: last.end });
    }
  });
  return spans;
}
