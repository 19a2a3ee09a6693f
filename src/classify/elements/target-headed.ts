import type { Talk, Turn } from "../talk/talk.ts";
import type { PlaceSpan } from "./place-spans.ts";
import { type Candidate, withoutLead } from "./target-candidates.ts";
import { headIndex } from "./target-heads.ts";
import { wordsOf } from "./target-words.ts";

/** Sorts of head words that are whom or what a matter is about; papers, money and people in need are read elsewhere. */
const ofParties: ReadonlySet<string> = new Set(
  "government village utility transport estate school medical care finance shop company factory vehicle light lamp roadThing pipe facility site nature structure crowd".split(
    " ",
  ),
);

const headMax = 6;
const nameMax = 9;

/** Marks and words of grammar: no name reaches over them. */
const stop = /[，。！？、；：我俺咱你您他她它们这那的在是把被让给跟和与从向往由于个些啥哪谁]/u;

/** Words that stand before a name without a mark: 举报|鑫源电镀厂, 第三家|阿海水产, 进门左手|. */
const lead =
  /(?:投诉|举报|反映|建议|希望|要求|通过|联系|代表|关于|承包|购买|预订|乘坐|隔壁|旁边|附近|对面|门口|楼下|楼上|路口|[左右]手(?:边)?|[东西南北]侧|进门|第?[0-9一二三四五六七八九十]+(?:家|层|楼|号|栋|单元)|[0-9零一二三四五六七八九十百]+(?:米|号|点|分)(?:左右)?|一家|有家)$/u;

/** Words of a sentence by their part of speech: deeds of two characters, adverbs, times, counts. */
const ofSentence = (tag: string, length: number): boolean =>
  tag === "v" ? length > 1 : /^(?:d|p|c|r|t|y|e|o|u[a-z]*|zg|q|m)$/u.test(tag);

/** Where the sentence ends that stands between `from` and the head word at `at`. */
function behindSentence(turn: Turn, from: number, at: number): number {
  const words = wordsOf(turn).filter(({ start, end }) => start >= from && end <= at);
  return (
    words.findLast(({ tag, word }) => ofSentence(tag, word.length) && !/^[一二三四五六七八九十0-9]+号?$/u.test(word))
      ?.end ?? from
  );
}

/** A name is cut off so by what stands before it that its own words are not looked at: 的|极速部落网吧. */
const cutsOff = /[的，。：]$/u;

/** Where a name that ends at `at` may begin: behind what ends it on the left, and behind each part of a place in it. */
function starts(turn: Turn, at: number, places: readonly PlaceSpan[]): number[] {
  const { text } = turn;
  let from = at;
  while (
    from > 0 &&
    at - from < nameMax &&
    /[\p{Script=Han}A-Za-z0-9]/u.test(text.charAt(from - 1)) &&
    !stop.test(text.charAt(from - 1)) &&
    !lead.test(text.slice(Math.max(0, from - 6), from))
  )
    from -= 1;
  const start = behindSentence(turn, from, at);
  const cuts = places.flatMap(({ parts }) => parts.map(({ end }) => end)).filter((end) => end >= from && end <= at);
  return [...new Set([start, ...cuts, ...(cutsOff.test(text.slice(0, from)) ? [from] : [])])];
}

/** One more character before the mark belongs to the name: 飞讯联通|达，. */
export const oneMore = /^(?![的了吗在是吧呢啊里上下也都就没不])\p{Script=Han}(?:[，。！？、；：]|$)/u;

/** Ends of words that name a sort of party, each with where the word begins; the longest at each end. */
function headsIn(talk: Talk, turn: Turn): { start: number; end: number }[] {
  const index = headIndex(talk);
  const { text } = turn;
  const ends = new Set(wordsOf(turn).map(({ end }) => end));
  return Array.from({ length: text.length }, (_, at) => at + 1).flatMap((end) => {
    for (let length = Math.min(headMax, end); length > 0; length -= 1) {
      const sort = index.get(text.slice(end - length, end));
      if (!sort) continue;
      const isWhole = (length > 1 || ends.has(end)) && !oneMore.test(text.slice(end, end + 2));
      return ofParties.has(sort) && isWhole ? [{ start: end - length, end }] : [];
    }
    return [];
  });
}

/** 极速部落网吧, 龙泉乡社保所: a word for a sort of party with the name before it, however the words of the name are cut. */
export function headed(talk: Talk, turn: Turn, places: readonly PlaceSpan[]): Candidate[] {
  if (turn.isWritten) return [];
  const here = places.filter((place) => place.turn === turn);
  return headsIn(talk, turn).flatMap((head) =>
    starts(turn, head.start, here)
      .map((from) => withoutLead(talk, turn.text, from, head.end))
      .filter((start) => head.end - start >= 2)
      .map(
        (start): Candidate => ({
          value: turn.text.slice(start, head.end),
          turn,
          start,
          end: head.end,
          kind: "headed",
        }),
      ),
  );
}
