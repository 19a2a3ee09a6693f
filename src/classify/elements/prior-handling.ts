import type { Element } from "../../orders/index.ts";
import { everyMatch, firstMatch, says } from "../../platform/rules/index.ts";
import { clausesOf, digitRuns, findTimes, sentencesOf } from "../../platform/text/index.ts";
import { askedAbout, type Talk, type Turn } from "../talk/talk.ts";
import { cutAtClause, thirdPerson, tidy } from "../talk/wording.ts";
import { notObtained, recorded } from "./element.ts";

type Told = { turn: Turn; start: number; end: number };

const spanMax = 90;
/** A clause longer than this is speech without punctuation: the telling starts at its own words, not at the clause. */
const clauseMax = 30;
/** Shortest answer to the question that tells something, and longest run of digits that is no telephone number, in characters. */
const answerMin = 6;
const digitsMax = 5;
const noMax = 20;

/** Takes the time right before the words with them: 上礼拜六打过. */
function withTime(talk: Talk, turn: Turn, at: number): number {
  const time = findTimes(turn.text, talk.call.startedAt).find((when) => when.end <= at && at - when.end <= 1);
  return time?.start ?? at;
}

/** From the first words that tell of an earlier step to the end of the last sentence that does. */
function toldIn(talk: Talk, turn: Turn): Told | null {
  const matches = everyMatch(talk.listening.topics.priorHandling.told, turn.text);
  const first = matches[0];
  const last = matches.at(-1);
  if (!first || !last) return null;
  const clause = clausesOf(turn.text).find((each) => each.start <= first.index && first.index < each.end);
  const isShort = clause !== undefined && clause.text.length <= clauseMax;
  const start = isShort ? clause.start : withTime(talk, turn, first.index);
  const sentence = sentencesOf(turn.text).find((each) => each.end >= last.index + last.length);
  return { turn, start, end: Math.min(sentence?.end ?? turn.text.length, start + spanMax) };
}

/** 没有，头一回打: nothing was done before. */
function neverIn(talk: Talk, turn: Turn): Told | null {
  const found = firstMatch(talk.listening.never, turn.text);
  if (!found) return null;
  const clause = clausesOf(turn.text).find((each) => each.end >= found.index + found.length);
  const start = clause && clause.text.length <= noMax ? Math.min(clause.start, found.index) : found.index;
  return { turn, start, end: Math.min(turn.text.length, start + noMax) };
}

function tellingOf(part: Told, others: readonly Told[], why: string): Element {
  const value = cutAtClause(thirdPerson(tidy(part.turn.text.slice(part.start, part.end))), spanMax);
  const also = others.filter((each) => each.turn !== part.turn).map((each) => each.turn);
  return recorded({ value, ...part, also: also.slice(0, 2), why });
}

/** The answer to the question, unless it tells of something else, such as a telephone number. */
function openAnswer(talk: Talk, replies: readonly Turn[]): Told | null {
  const turn = replies.find(
    ({ text }) =>
      text.length >= answerMin &&
      !says(talk.listening.unsure, text) &&
      !digitRuns(text).some((run) => run.digits.length > digitsMax),
  );
  return turn ? { turn, start: 0, end: Math.min(turn.text.length, spanMax) } : null;
}

/** 前期处理情况: what was done before and by whom, as the caller tells it; 没有 is an answer too. */
export function priorHandlingOf(talk: Talk): Element {
  const replies = askedAbout(talk, "priorHandling").flatMap(({ replies }) => replies.slice(0, 2));
  const told = talk.citizen.flatMap((turn) => toldIn(talk, turn) ?? []);
  const asked = "回答坐席关于前期处理的提问";
  for (const turn of replies) {
    const never = neverIn(talk, turn);
    const telling = told.find((each) => each.turn === turn);
    if (telling && !(never && never.start <= telling.start)) return tellingOf(telling, told, asked);
    if (never) return recorded({ value: "此前没有反映过", ...never, why: "来电人回答没有" });
  }
  const first = told[0];
  if (first) return tellingOf(first, told, "来电人说到的前期处理");
  const answer = openAnswer(talk, replies);
  return answer ? tellingOf(answer, [], asked) : notObtained(talk, "priorHandling");
}
