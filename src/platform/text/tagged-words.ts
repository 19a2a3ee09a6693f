import { createRequire } from "node:module";
import type { Jieba } from "@node-rs/jieba";

/** A word with its part of speech (n, v, nr ..., jieba's names) at characters [start, end). */
export type TaggedWord = { readonly word: string; readonly tag: string; readonly start: number; readonly end: number };

let jieba: Jieba | undefined;

/** The dictionary costs 5 MB and 0.1 s, so it is read at the first use. */
function load(): Jieba {
  const require = createRequire(import.meta.url);
  const { Jieba: Cutter } = require("@node-rs/jieba") as typeof import("@node-rs/jieba");
  const { dict } = require("@node-rs/jieba/dict.js") as typeof import("@node-rs/jieba/dict.js");
  return Cutter.withDict(dict);
}

/** The words of plain text in order, nothing left out. */
export function taggedWords(text: string): TaggedWord[] {
  jieba ??= load();
  let at = 0;
  return jieba.tag(text).map(({ word, tag }) => {
    const start = at;
    at += word.length;
    return { word, tag, start, end: at };
  });
}
