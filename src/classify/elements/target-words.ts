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

/** Words that tell a deed, a direction or a time and stand in no name: 幼儿园|到|菜站, 正月十五|后. */
const noName =
  /^(?:到|至|是|有|在|说|设|致|打|用|装|要|去|来|走|让|给|卖|冒|漏|修|坏|搭|砸|拿|捡|靠|垛|拴|吃|喝|偷|扔|撞|摔|看|问|找|没|不|太|很|挺|就|也|都|还|被|从|自|往|向|为|因|由|更|最|仍|已|才|再|又|别|请|想|能|会|该|得|着|过|称|欠|扣|收|交|退|赔|罚|办|查|管|跑|跳|骂|喊|叫|姓|换|挖|占|堵|停|今早|今晚|今天|昨天|明天|昨晚|当晚|当天|现在|以后|以前|之前|之后|正月|腊月|初一|十五后|理由|建议|投诉|举报|反映|人家|这么|那么|什么|怎么|好几|么|咋|俺|我|你|您|他|她|它|这|那|哪|谁|啥)$/u;

/** 五月, 26号: part of a time, unless of a house or a line. */
const time = /正月|腊月|十五后|[0-9零一二三四五六七八九十][月日点]|[0-9一二三四五六七八九十]号$/u;

/** 十二栋 tells which house; 一位, 三十辆 begin what is counted, so nothing stands before them in one name. */
const counted =
  /^[0-9零一二两三四五六七八九十百千几多来余]+(?:名|位|个|辆|台|条|棵|口|头|只|家|群|岁|对|份|件|把|瓶|袋|块|元|年|天|次|遍|盏|根|片|帮|伙)/u;

/** 十二度, 六十二头: how much or how many of what is no person, with which no name begins. */
const measured = /^[0-9零一二两三四五六七八九十百千几多来余]+(?:度|头|只|块|元|单|袋|斤|吨|亩|盏|次|趟|回)$/u;

/** What stands from the word on, as far as a count and its measure reach. */
function textFrom(words: readonly TaggedWord[], word: TaggedWord): string {
  const at = words.indexOf(word);
  return words
    .slice(at, at + 4)
    .map((each) => each.word)
    .join("");
}

/** Runs of nouns with what stands before them, six words at most, that end in a noun: 十七路公交车, 迅达配送站. */
export function wordSpans(words: readonly TaggedWord[]): WordSpan[] {
  const spans: WordSpan[] = [];
  words.forEach((first, from) => {
    if (measured.test(first.word)) return;
    for (const last of words.slice(from, from + wordsMax)) {
      if (last !== first && last.tag === "m" && counted.test(textFrom(words, last))) break;
      const fits =
        han.test(last.word) &&
        (isNoun(last) || modifier.test(last.tag)) &&
        !isSentence(last) &&
        !time.test(last.word) &&
        !noName.test(last.word) &&
        !/[被把]/u.test(last.word);
      if (!fits) break;
      if (isNoun(last) && last.end - first.start >= 2) spans.push({ start: first.start, end: last.end });
    }
  });
  return spans;
}
