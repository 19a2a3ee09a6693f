import type { Element } from "../../orders/index.ts";
import { says } from "../../platform/rules/index.ts";
import { clausesOf, findTimes, type When } from "../../platform/text/index.ts";
import type { Restatement } from "../talk/restatement.ts";
import { agrees, askedAbout, repliesTo, type Talk, type Turn } from "../talk/talk.ts";
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
/** Longest answer that is kept in words, in characters. */
const vagueMax = 24;

/** 说六月二十号通车的, 原定五号: a day that was only promised. */
const promisedBefore = /(?:说(?:好|是)?|本来|原定|原来定|承诺|答应|保证)(?:的)?(?:是)?$/u;
/** 到今天也没人来: how long it goes on, not since when. */
const untilBefore = /(?<![提看感收遇赶碰])到$|截止$/u;
const stillNow = /^(?:今天|今日|今儿|现在|目前|昨天|这会儿)/u;
/** 提前到六点半, 班车推到八点: the time that is wished for. */
const wishedBefore = /(?:提前|延|延长|推|推迟|改|挪|调|调整)(?:到|成|至)$/u;
const onsetWords = /开始|发生|起就|就(?:不|没|漏|停|坏)|停的|坏的|断的|突然|困的|撞|塌|判|发现|冒烟|晕|倒下|关门|跑路/u;
/** What was well then, what is told in passing, and greetings of the day. */
const asideWords =
  /没了|差点|险些|去世|退休|出生|毕业|结婚|搬来|生日|看(?:了|过)?(?:个|的)?[^，。]{0,4}(?:电影|片子|视频|新闻|电视|纪录片)/u;
const wellThen = /^[^，。]{0,6}还[^，。]{0,4}(?:好好|好着|亮|上(?:着)?课|没事|正常|有水|有电|开着|营业)/u;
/** The day of the bargain: of two equal days the one when it went wrong counts. */
const bargain = /^[^，。]{0,4}(?:订|下的?单|买|付|签|交的?钱|到货|到的(?:货|$|，|。)|收到)/u;
/** 二十一号到的，二十二号就冒烟了: what is told behind the next day is of that day. */
const nextDay = /(?<=.{4})[，。](?:[0-9零一二三四五六七八九十]{1,3}[号日]|第二天|昨天|前天|今天).*$/u;
/** 暖气费交了，十月份一次性交的: when a fee was paid tells not when it went wrong. */
const feeBefore = /费|交了|缴了|[0-9零一二两三四五六七八九十百千]{2,}[，块元]/u;
const paid = /^[^，。]{0,6}(?:交|缴)(?:的|了|过|上)/u;
const greeting = /^(?:节)?(?:快乐|安康|好[啊呀，。！]|还(?:值班|上班|在岗))/u;

/** Words around the time that tell what happened then: the matter, an earlier complaint, or a plan. */
function contextScore(talk: Talk, turn: Turn, when: When): number {
  const around = turn.text.slice(Math.max(0, when.start - 4), when.end + contextChars);
  const after = turn.text.slice(when.end, when.end + contextChars);
  const isDue = /^[^，。]{0,2}(?:之前|以前|前)(?:来|给|去|办|修|剪|答复|解决|完)/u.test(
    turn.text.slice(when.end - 2, when.end + 6),
  );
  const isWished = wishedBefore.test(turn.text.slice(Math.max(0, when.start - 4), when.start));
  const promised = promisedBefore.test(turn.text.slice(Math.max(0, when.start - 4), when.start)) ? -2 : 0;
  const plan = when.future || isDue || isWished || greeting.test(after) ? -6 : 0;
  const earlier = says(talk.listening.topics.priorHandling.told, around) ? -2.5 : 0;
  const onset = onsetWords.test(around.replace(nextDay, "")) ? 1.5 : 0;
  const fee = feeBefore.test(turn.text.slice(Math.max(0, when.start - contextChars), when.start)) && paid.test(after);
  const aside = fee || asideWords.test(around) ? -5 : wellThen.test(after) ? -1.5 : bargain.test(after) ? -0.5 : 0;
  const isUntil = untilBefore.test(turn.text.slice(0, when.start)) && stillNow.test(turn.text.slice(when.start));
  const until = isUntil ? -3 : 0;
  const words = turn.text.slice(when.start, when.end);
  const passing = onset === 0 && /^今(?:天|日|儿个?)$/u.test(words) ? -1 : 0;
  return plan + promised + earlier + onset + aside + until + passing;
}

/** 不是十八号，是十九号: times the caller takes back, by value, and those that take their place. */
type Corrections = { readonly denied: ReadonlySet<string>; readonly turns: ReadonlySet<number> };

const takenBackBefore = /(?:不是|不对|哪是|错了)[，]?$/u;
/** 是十九号，不是十八号: what comes last does not take the other's place. */
const denies = /(?:不|哪)是$/u;
const takenBackAfter = /^[^，。]{0,3}[，。…]*[啊哎唉哦]*(?:不对|不不|(?:说|记|看)错)|^[，。…]*哦，?不(?:是)?[，。]/u;

function correctionsOf(talk: Talk): Corrections {
  const denied = new Set<string>();
  const turns = new Set<number>();
  for (const turn of talk.citizen) {
    const times = findTimes(turn.text, talk.call.startedAt);
    for (const when of times) {
      const isBefore = takenBackBefore.test(turn.text.slice(Math.max(0, when.start - 4), when.start));
      if (!isBefore && !takenBackAfter.test(turn.text.slice(when.end, when.end + 8))) continue;
      turns.add(turn.at);
      if (when.value !== null) denied.add(dayOf(when.value));
    }
    const last = times.at(-1);
    const isDenied = last !== undefined && denies.test(turn.text.slice(0, last.start));
    if (turns.has(turn.at) && times.length > 1 && last?.value && !isDenied) denied.delete(dayOf(last.value));
  }
  return { denied, turns };
}

/** The day without the hour. */
function dayOf(value: string): string {
  return value.slice(0, 10);
}

function correctionScore({ denied, turns }: Corrections, turn: Turn, when: When): number {
  if (when.value === null) return 0;
  if (denied.has(dayOf(when.value))) return -6;
  return turns.has(turn.at) ? 4 : 0;
}

/** Values the agent names and the caller agrees to, in the restatement and in questions before it. */
function agreedValues(talk: Talk, restatement: Restatement | null): (string | null)[] {
  const turns = talk.agent.filter((turn) => turn === restatement?.turn || agrees(talk, repliesTo(talk, turn)));
  return turns.flatMap((turn) => findTimes(turn.text, talk.call.startedAt).map((when) => when.value));
}

/** How well the restatement bears the time out: the very moment, or the day. */
function agreement(when: When, restated: readonly (string | null)[]): number {
  const { value } = when;
  if (value === null || when.rank === "now") return 0;
  if (restated.includes(value)) return 3.5;
  return restated.some((other) => other !== null && dayOf(other) === dayOf(value)) ? 2.5 : 0;
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

/** Turns that answer the question of what was tried before: their times are of that, not of the matter. */
function earlierTurns(talk: Talk, asked: ReadonlySet<number>): ReadonlySet<number> {
  const replies = askedAbout(talk, "priorHandling").flatMap(({ replies }) => replies.slice(0, 2));
  return new Set(replies.map((turn) => turn.at).filter((at) => !asked.has(at)));
}

function candidates(talk: Talk, restatement: Restatement | null): Candidate[] {
  const { startedAt } = talk.call;
  const asked = new Set(askedAbout(talk, "time").flatMap(({ replies }) => replies.map((turn) => turn.at)));
  const earlier = earlierTurns(talk, asked);
  const agreed = agreedValues(talk, restatement);
  const corrections = correctionsOf(talk);
  const said = talk.citizen.flatMap((turn, rank) =>
    timesIn(turn, startedAt).map((when): Candidate => {
      const answer = asked.has(turn.at) ? 2 : earlier.has(turn.at) ? -2.5 : 0;
      const context = contextScore(talk, turn, when) + correctionScore(corrections, turn, when);
      const score = rankScore[when.rank] + answer + agreement(when, agreed) + context - rank * 0.15;
      return { when, turn, score, why: answer > 0 ? "回答坐席关于时间的提问" : "来电人提到的时间" };
    }),
  );
  if (said.length === 0) return readBack(talk, restatement);
  return said.map((each) => ({ ...each, score: each.score + besideOthers(said, each) }));
}

/** What the agent asks at the end of a sentence that he reads back. */
const checked = /(?:对吗|是吗|对吧|是吧|对不对|没错吧)[？。]?$/u;

/** Times that only the agent names, in words the caller agrees to. */
function readBack(talk: Talk, restatement: Restatement | null): Candidate[] {
  const agreed = talk.agent.filter((turn) => checked.test(turn.text) && agrees(talk, repliesTo(talk, turn)));
  return (restatement?.confirmed ? [restatement.turn] : agreed).flatMap((turn) =>
    findTimes(turn.text, talk.call.startedAt)
      .filter(({ future }) => turn === restatement?.turn || !future)
      .map((when) => ({ when, turn, score: 0, why: "坐席复述的时间，来电人确认" })),
  );
}

const isSameDay = (one: string, other: string | null): boolean => other !== null && dayOf(one) === dayOf(other);

/** 五月六号那天起，天天七点跳到十点二十: a time of day alone only fills in the day told beside it; 过年前，腊月二十六: the second says which. */
function besideOthers(said: readonly Candidate[], each: Candidate): number {
  const { start, rank, value } = each.when;
  const beside = said.filter(({ turn, score }) => turn === each.turn && score >= scoreMin).map(({ when }) => when);
  const isDayTold = beside.some((when) => when.rank === "day" && when.value !== null && !isSameDay(when.value, value));
  const isNarrower =
    value !== null &&
    rank !== "clock" &&
    beside.some(({ end, value }) => value === null && start - end >= 0 && start - end < 3);
  return (rank === "clock" && isDayTold ? -2.5 : 0) + (isNarrower ? 0.5 : 0) + (isNamedAgain(said, each) ? 1 : 0);
}

/** A caller who names the day again means it. */
function isNamedAgain(said: readonly Candidate[], { when, turn }: Candidate): boolean {
  const words = turn.text.slice(when.start, when.end);
  return /[号日]/u.test(words) && said.some((other) => other.turn !== turn && other.when.value === when.value);
}

/** Below this a time belongs to something else: a plan, an earlier complaint, a thing told in passing. */
const scoreMin = -1;

const oftenBefore = /(?:每天|天天|每晚|每到|每周|每个月|经常|老是|总是|都是)(?:都|就)?$/u;
/** 每天晚上, 有些年头了: what a caller who is asked for the time says in place of a day. */
const vague =
  /每(?:天|晚|周|逢|到|个)|天天|夜夜|周末|早晚|高峰|平时|一般|白天|中午|晚上|夜里|半夜|早上|下午|上下班|一直|从来|老早|早就|好久|好几|很久|多年|年头|小时候|经常|随时/u;

/** The words of an answer that names no day. */
function vagueAnswer(talk: Talk): Element | null {
  for (const turn of askedAbout(talk, "time").flatMap(({ replies }) => replies.slice(0, 1))) {
    const clause = clausesOf(turn.text).find(({ text }) => vague.test(text) && !says(talk.listening.unsure, text));
    if (!clause) continue;
    const start = clause.text.length > vagueMax ? clause.start + Math.max(0, clause.text.search(vague)) : clause.start;
    const end = Math.min(clause.end, start + vagueMax);
    return recorded({ value: turn.text.slice(start, end), turn, start, end, why: "回答坐席关于时间的提问" });
  }
  return null;
}

/** 九月二十几号: the day of the month that the agent named and the caller agreed to, where there is one only. */
function agreedDay(talk: Talk, restatement: Restatement | null, value: string): string {
  if (!/^\d{4}-\d\d$/u.test(value)) return value;
  const days = agreedValues(talk, restatement).filter((other) => other?.startsWith(`${value}-`));
  const [first, second] = new Set(days.map((day) => dayOf(day ?? "")));
  return first !== undefined && second === undefined ? first : value;
}

/** 时间: when the matter happened, ISO to the precision known, else the caller's words. Plans and dates of earlier complaints come last. */
export function timeOf(talk: Talk, restatement: Restatement | null): Element {
  const best = candidates(talk, restatement).sort((a, b) => b.score - a.score)[0];
  if (!best || best.score < scoreMin) return vagueAnswer(talk) ?? notObtained(talk, "time");
  const { when, turn, why } = best;
  const often = when.repeated ? (oftenBefore.exec(turn.text.slice(0, when.start))?.[0].length ?? 0) : 0;
  const start = when.start - often;
  const value = when.value === null ? turn.text.slice(start, when.end) : agreedDay(talk, restatement, when.value);
  return recorded({ value, turn, start, end: when.end, why });
}
