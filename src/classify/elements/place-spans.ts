import { everyMatch, type Match } from "../../platform/rules/index.ts";
import { findTimes } from "../../platform/text/index.ts";
import type { Listening, Turn } from "../talk/talk.ts";
import type { Mention } from "./gazetteer.ts";

type Part = { start: number; end: number; kind: "area" | "name" | "unit" | "landmark" };

/** A stretch of a turn that tells a place, with what it is made of. */
export type PlaceSpan = {
  readonly turn: Turn;
  readonly start: number;
  readonly end: number;
  readonly parts: readonly Part[];
};

const nameMax = 6;
const stop =
  /[，。！？、；：我俺咱你您他她它这那的在是住去从就跟给把被让找叫姓问说个些先后有没想要了着过到们嘛呀啊呢哦吧哎]/u;
const joinMax = 4;

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
      return { start: Math.max(nameStart(text, match.index), floor), end: match.index + match.length, kind };
    };
  const inArea = (part: Part): boolean => areas.some((area) => part.end > area.start && part.end <= area.end);
  const times = findTimes(text, startedAt);
  const isTime = (part: Part): boolean => times.some((when) => part.start < when.end && when.start < part.end);
  const { names, units, landmarks } = listening.placeParts;
  const named = everyMatch(names, text)
    .map(withName("name"))
    .filter((part) => part.end - part.start > 1);
  const marked = everyMatch(landmarks, text).map(withName("landmark"));
  const counted = everyMatch(units, text).map(
    (match): Part => ({ start: match.index, end: match.index + match.length, kind: "unit" }),
  );
  const rest = [...named, ...marked, ...counted].filter((part) => !inArea(part) && !isTime(part));
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
