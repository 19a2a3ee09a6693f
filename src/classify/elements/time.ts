import type { Element } from "../../orders/index.ts";
import { says } from "../../platform/rules/index.ts";
import { findTimes, type When } from "../../platform/text/index.ts";
import type { Restatement } from "../talk/restatement.ts";
import { askedAbout, type Talk, type Turn } from "../talk/talk.ts";
import { notObtained, recorded } from "./element.ts";

type Candidate = { when: When; turn: Turn; score: number; why: string };

const rankScore: Readonly<Record<When["rank"], number>> = {
  day: 3,
  clock: 3,
  month: 2.5,
  festival: 2,
  year: 1,
  duration: 1,
  now: 1,
};
const contextChars = 14;

/** Words around the time that tell what happened then: the matter, an earlier complaint, or a plan. */
function contextScore(talk: Talk, turn: Turn, when: When): number {
  const around = turn.text.slice(Math.max(0, when.start - 4), when.end + contextChars);
  const isDue = /^[^，。]{0,2}(?:之前|以前|前)(?:来|给|去|办|修|剪|答复|解决|完)/u.test(
    turn.text.slice(when.end - 2, when.end + 6),
  );
  const plan = when.future || isDue ? -6 : 0;
  const earlier = says(talk.listening.topics.priorHandling.told, around) ? -2.5 : 0;
  const onset = /开始|发生|起就|就(?:不|没|漏|停|坏)|停的|坏的|断的|突然|买的|签的|交的|困的|撞|塌|判/u.test(around)
    ? 1.5
    : 0;
  const aside = /没了|去世|退休|出生|毕业|结婚|搬来|生日/u.test(around) ? -1.5 : 0;
  return plan + earlier + onset + aside;
}

/** How well the restatement bears the time out: the very moment, or the day. */
function agreement(when: When, restated: readonly (string | null)[]): number {
  const { value } = when;
  if (value === null || when.rank === "now") return 0;
  if (restated.includes(value)) return 3.5;
  return restated.some((other) => other?.slice(0, 10) === value.slice(0, 10)) ? 2.5 : 0;
}

/** A year, a span or an hour alone is told in passing in a letter, and 现在 is the day it was written. */
const exact: readonly When["rank"][] = ["day", "month", "festival"];
const passing = /^[^，。]{0,12}(?:文件|规定|办法|通知|政策|条例|号文|发布|印发|出台|留言|回复|答复)|^[》〕）]/u;

/** Times of a turn; of a letter those that fix a day or a month and belong to no document. */
function timesIn(turn: Turn, startedAt: string): readonly When[] {
  const found = findTimes(turn.text, startedAt);
  if (!turn.isWritten) return found;
  return found.filter(
    (when) =>
      when.value !== null &&
      exact.includes(when.rank) &&
      !when.future &&
      !when.repeated &&
      !/本月|这个月|今天|今日/u.test(turn.text.slice(when.start, when.end)) &&
      !passing.test(turn.text.slice(when.end, when.end + 16)),
  );
}

function candidates(talk: Talk, restatement: Restatement | null): Candidate[] {
  const { startedAt } = talk.call;
  const asked = new Set(askedAbout(talk, "time").flatMap(({ replies }) => replies.map((turn) => turn.at)));
  const restated = restatement ? findTimes(restatement.turn.text, startedAt).map((when) => when.value) : [];
  const said = talk.citizen.flatMap((turn, rank) =>
    timesIn(turn, startedAt).map((when): Candidate => {
      const answer = asked.has(turn.at) ? 2 : 0;
      const agreed = agreement(when, restated);
      const score = rankScore[when.rank] + answer + agreed + contextScore(talk, turn, when) - rank * 0.15;
      return { when, turn, score, why: answer > 0 ? "回答坐席关于时间的提问" : "来电人提到的时间" };
    }),
  );
  if (said.length > 0 || !restatement?.confirmed) return said;
  return findTimes(restatement.turn.text, startedAt).map((when) => ({
    when,
    turn: restatement.turn,
    score: 0,
    why: "坐席复述的时间，来电人确认",
  }));
}

/** 时间: when the matter happened, ISO to the precision known, else the caller's words. Plans and dates of earlier complaints come last. */
export function timeOf(talk: Talk, restatement: Restatement | null): Element {
  const best = candidates(talk, restatement).sort((a, b) => b.score - a.score)[0];
  if (!best || best.score < -2) return notObtained(talk, "time");
  const words = best.turn.text.slice(best.when.start, best.when.end);
  return recorded({
    value: best.when.value ?? words,
    turn: best.turn,
    start: best.when.start,
    end: best.when.end,
    why: best.why,
  });
}
