import type { Element } from "../../orders/index.ts";
import { everyMatch, says } from "../../platform/rules/index.ts";
import { clausesOf, findTimes, sentencesOf } from "../../platform/text/index.ts";
import { askedAbout, type Talk, type Turn } from "../talk/talk.ts";
import { cutAtClause, thirdPerson, tidy } from "../talk/wording.ts";
import { notObtained, recorded } from "./element.ts";

type Told = { turn: Turn; start: number; end: number };

const spanMax = 90;
/** A clause longer than this is speech without punctuation: the telling starts at its own words, not at the clause. */
const clauseMax = 30;

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

function isNo(text: string): boolean {
  return /^(?:嗯|哦|啊|，)*(?:还|从来)?(?:没(?!有?[了啦])|第一次|头一次)/u.test(text);
}

/** 前期处理情况: what was done before and by whom, as the caller tells it; 没有 is an answer too. */
export function priorHandlingOf(talk: Talk): Element {
  const replies = askedAbout(talk, "priorHandling").flatMap(({ replies }) => replies.slice(0, 2));
  const told = talk.citizen.flatMap((turn) => toldIn(talk, turn) ?? []);
  const answered = told.find((each) => replies.includes(each.turn)) ?? null;
  const main = answered ?? told[0];
  if (main) {
    const value = cutAtClause(thirdPerson(tidy(main.turn.text.slice(main.start, main.end))), spanMax);
    const also = told.filter((each) => each.turn !== main.turn).map((each) => each.turn);
    return recorded({
      value,
      ...main,
      also: also.slice(0, 2),
      why: answered ? "回答坐席关于前期处理的提问" : "来电人说到的前期处理",
    });
  }
  const none = replies.find((turn) => isNo(turn.text));
  if (none)
    return recorded({
      value: "此前没有反映过",
      turn: none,
      start: 0,
      end: Math.min(none.text.length, 20),
      why: "来电人回答没有",
    });
  const said = replies.find((turn) => turn.text.length >= 6 && !says(talk.listening.unsure, turn.text));
  if (!said) return notObtained(talk, "priorHandling");
  return recorded({
    value: thirdPerson(tidy(said.text)).slice(0, spanMax),
    turn: said,
    start: 0,
    end: Math.min(said.text.length, spanMax),
    why: "回答坐席关于前期处理的提问",
  });
}
