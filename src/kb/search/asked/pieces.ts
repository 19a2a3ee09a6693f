import type { Rules } from "../../../platform/rules/index.ts";
import { soundOf } from "../../../platform/text/index.ts";
import { searchWords } from "../../words.ts";
import { meantPhrases } from "../added-words.ts";
import { hashOf, plainOf } from "../bags.ts";
import { matterBook } from "../matters.ts";

/** The ways in which two questions can be alike: in characters, in words, in what is meant by the rules, and by ear. */
export const channels = ["grams", "words", "meant", "sounds"] as const;

/** Places of one channel: a question has a hundred pieces, so few of twenty thousand questions fall together. */
export const channelSize = 1 << 17;

/** What is compared of a letter: its beginning, which says what it is about. */
const longestCompared = 300;

/** Courtesy and openings, longest first: at first there are too few confirmed questions to learn that they say nothing. */
const ways = new RegExp(
  [
    "(?:我|俺)?(?:就是)?(?:想|要)(?:问|咨询|了解|打听)(?:一下|下|问)?",
    "(?:请问|请教|咨询|问问?|打听|了解)(?:一下|下)?",
    "(?:您|你)好|麻烦(?:您|你)?|谢谢(?:您|你)?|不好意思|同志|师傅|老师",
    "[吗呢吧啊呀么嘛哦噢呃嗯]",
  ].join("|"),
  "gu",
);

/** What a question is made of, each piece once, by its place: those of all channels in one row of numbers. */
export type SaidPieces = ReadonlyMap<number, string>;

/** The places of what a question is made of. */
export const askedPieces = (text: string, rules: Rules): Int32Array => Int32Array.from(saidPieces(text, rules).keys());

export function saidPieces(text: string, rules: Rules): SaidPieces {
  const plain = plainOf(text.slice(0, longestCompared));
  const matter = plain.replace(ways, " ");
  const runs = (/[\p{L}\p{N}]{2}/u.test(matter) ? matter : plain).match(/[\p{L}\p{N}]+/gu) ?? [];
  const book = matterBook(rules);
  const matters = Array.from(book.saidIn(plain), (id) => book.matters[id]?.words[0] ?? "");
  const said = new Map<number, string>();
  const add = (channel: number, pieces: Iterable<string>): void => {
    for (const piece of pieces) said.set(channel * channelSize + (hashOf(piece) & (channelSize - 1)), piece);
  };
  for (const run of runs) {
    add(0, gramsOf([...run], 1, ""));
    add(3, gramsOf([...run].map(soundOf), 2, " "));
  }
  add(1, searchWords(text.slice(0, longestCompared)));
  add(2, [...meantPhrases(rules, plain), ...matters]);
  return said;
}

const longestGram = 3;

function* gramsOf(units: readonly string[], shortest: number, between: string): Generator<string> {
  for (let from = 0; from < units.length; from += 1)
    for (let length = shortest; length <= longestGram && from + length <= units.length; length += 1)
      yield units.slice(from, from + length).join(between);
}
