import { wordDictionary } from "./word-dictionary.ts";

/** A word with its part of speech (n, v, nr ..., jieba's names) at characters [start, end). */
export type TaggedWord = { readonly word: string; readonly tag: string; readonly start: number; readonly end: number };

/** The words of plain text in order, nothing left out. */
export function taggedWords(text: string): TaggedWord[] {
  let at = 0;
  return wordDictionary()
    .tag(text)
    .map(({ word, tag }) => {
      const start = at;
      at += word.length;
      return { word, tag, start, end: at };
    });
}
