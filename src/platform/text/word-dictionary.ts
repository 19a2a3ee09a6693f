import { createRequire } from "node:module";
import type { Jieba } from "@node-rs/jieba";

let jieba: Jieba | undefined;

/** The one dictionary of the process. It costs 5 MB and 0.1 s, so it is read at the first use. */
export function wordDictionary(): Jieba {
  jieba ??= load();
  return jieba;
}

function load(): Jieba {
  const require = createRequire(import.meta.url);
  const { Jieba: Cutter } = require("@node-rs/jieba") as typeof import("@node-rs/jieba");
  const { dict } = require("@node-rs/jieba/dict.js") as typeof import("@node-rs/jieba/dict.js");
  return Cutter.withDict(dict);
}
