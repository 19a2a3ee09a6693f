import { everyMatch, type Match } from "../../platform/rules/index.ts";
import { findTimes } from "../../platform/text/index.ts";
import type { Listening, Turn } from "../talk/talk.ts";
import type { Mention } from "./gazetteer.ts";

type Part = { start: number; end: number; kind: "area" | "name" | "unit" | "landmark" | "region" };

/** A stretch of a turn that tells a place, with what it is made of. */
export type PlaceSpan = {
  readonly turn: Turn;
  readonly start: number;
  readonly end: number;
  readonly parts: readonly Part[];
};

const nameMax = 6;
const writtenNameMax = 9;
const stop =
  /[，。！？、；：我俺咱你您他她它这那的在是住去从就跟给把被让找叫姓问说个些先后有没想要了着过到们嘛呀啊呢哦吧哎]/u;
const joinMax = 4;
const words = new Intl.Segmenter("zh", { granularity: "word" });
/** In writing these words too end a name on its left: 开发商将|翠湖苑, 位于|长青路. */
const writtenStop =
  /(?:位于|至于|由于|对于|关于|造成|影响|导致|要求|请求|希望|解决|投诉|反映|举报|建议|咨询|请问|强制|责令|承担|成为|按照|根据|依据|涉及|包括|整个|附近|周边|周围|改善|取消|增设|开通|加强|支付|收取|建设|修建|解读|通过|经过|前期|后期|减小|出入|路过|途经|安排|麻烦|质疑|咨问|来自|靠近|取缔|有关|书记|领导|部门|修缮|打通|拆除|维修|整治|治理|处理|查处|管理|住在|家住|居住|没有|委托|反对|热门)$|^[将按为及由向以因使并等而但则若如至该此各本所和与或把被让不也又已还只请望用受]$/u;
/** 我们, 这个, 超过: no part of a name whatever stands behind them. */
const pronoun = /^(?:[我咱你您他她它这那哪每是]|超过|修复|书面|上交|以)/u;
/** A county, town or district of any city, as letters name them before the finer place. */
const region =
  /(?<=[\p{Script=Han}A-Z0-9])(?:[县镇乡](?!政府|人民|里|委|级|办|长|村|亲|干部|卫生|中心)|(?<![小社地片景校院园城山库灾辖发宅置])区(?!域|别|间|政府|委|里|长))/gu;

/** 路政部门 is an office, not a road. */
const roadOffice = /^(?:路政|街道办|村委|村民|村干部|街坊)/u;

function regions(turn: Turn): Part[] {
  if (!turn.isWritten) return [];
  return [...turn.text.matchAll(region)]
    .map(({ index }): Part => ({ start: writtenNameStart(turn.text, index), end: index + 1, kind: "region" }))
    .filter((part) => part.end - part.start > 1);
}

/** The same in writing: whole words, back to the last that is no part of a name, with the letters and figures that begin it. */
export function writtenNameStart(text: string, at: number): number {
  const from = Math.max(0, at - 14);
  let start = at;
  for (const { segment, index } of [...words.segment(text.slice(from, at))].reverse()) {
    const isName = /^[\p{Script=Han}A-Za-z0-9]+$/u.test(segment) && !writtenStop.test(segment);
    const isStop = segment.length === 1 ? stop.test(segment) : pronoun.test(segment);
    if (!isName || isStop || (at - from - index > writtenNameMax && !/^[A-Za-z0-9]+$/u.test(segment))) break;
    start = from + index;
  }
  return start;
}

/** The name before a word such as 小区 or 路: back to a function word, at most six characters. */
export function nameStart(text: string, at: number): number {
  let start = at;
  while (
    start > 0 &&
    at - start < nameMax &&
    !stop.test(text.charAt(start - 1)) &&
    /[\p{Script=Han}A-Za-z0-9]/u.test(text.charAt(start - 1))
  ) {
    start -= 1;
  }
  const afterSurname = text.charAt(start - 1) === "姓" && start < at;
  return afterSurname ? start + 1 : start;
}

function parts(listening: Listening, turn: Turn, mentions: readonly Mention[], startedAt: string): Part[] {
  const { text } = turn;
  const areas = mentions
    .filter((each) => each.turn === turn)
    .map((each): Part => ({ start: each.start, end: each.end, kind: "area" }));
  const withName =
    (kind: Part["kind"]) =>
    (match: Match): Part => {
      const floor = Math.max(0, ...areas.map((area) => area.end).filter((end) => end <= match.index));
      const from = turn.isWritten ? writtenNameStart(text, match.index) : nameStart(text, match.index);
      return { start: Math.max(from, floor), end: match.index + match.length, kind };
    };
  const inArea = (part: Part): boolean => areas.some((area) => part.end > area.start && part.end <= area.end);
  const times = findTimes(text, startedAt);
  const isTime = (part: Part): boolean => times.some((when) => part.start < when.end && when.start < part.end);
  const { names, units, landmarks } = listening.placeParts;
  const named = everyMatch(names, text)
    .filter((match) => !turn.isWritten || !roadOffice.test(text.slice(match.index)))
    .map(withName("name"))
    .filter((part) => part.end - part.start > 1);
  const marked = everyMatch(landmarks, text).map(withName("landmark"));
  const counted = everyMatch(units, text).map(
    (match): Part => ({ start: match.index, end: match.index + match.length, kind: "unit" }),
  );
  const rest = [...named, ...marked, ...counted, ...regions(turn)].filter((part) => !inArea(part) && !isTime(part));
  return [...areas, ...rest].sort((a, b) => a.start - b.start);
}

function joins(text: string, left: number, right: number): boolean {
  const gap = text.slice(left, right);
  return right - left <= joinMax && /^[的那个这在，、跟和与到及就靠近边口]*$/u.test(gap);
}

/** Place words of a turn, those that stand close together joined. */
export function placeSpans(
  listening: Listening,
  turn: Turn,
  mentions: readonly Mention[],
  startedAt: string,
): PlaceSpan[] {
  const spans: PlaceSpan[] = [];
  for (const part of parts(listening, turn, mentions, startedAt)) {
    const last = spans.at(-1);
    if (last && (part.start <= last.end || joins(turn.text, last.end, part.start))) {
      spans[spans.length - 1] = { ...last, end: Math.max(last.end, part.end), parts: [...last.parts, part] };
    } else {
      spans.push({ turn, start: part.start, end: part.end, parts: [part] });
    }
  }
  return spans;
}
