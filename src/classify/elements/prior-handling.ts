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
/** All that was tried before, in characters. */
const valueMax = 120;
/** Shortest answer to the question that tells something, and longest run of digits that is no telephone number, in characters. */
const answerMin = 4;
const digitsMax = 5;
const noMax = 20;
/** 找了, 问过，反映过好几回: the answer yes, told with the verb of the question. */
const yesIDid =
  /^(?:怎么没|咋没|当然|早就?|也|都|我|俺|，|们|今天|昨天|前天|当天|当时|上午|下午|早上|晚上|后来|刚才|已经){0,8}(?:(?:反映|找|问|打|说|去|联系|报|投诉|交涉|沟通|协商|催|跑|提|申请|举报|闹|吵)(?:过|了|的|着|到|呀|啊)|(?:天天|老|一直|总|经常|没少|回回|隔三差五)(?:在|去|都)?(?:找|打|问|催|跑|反映|说))/u;

/** Told without being asked, what the other side says or does counts only beside a step of the caller's or of somebody who came. */
const sought =
  /找|问|打(?!人|架|扫|工|麻将)|去(?:过|了|找|问|跑|到|说)|跑(?:了|过|到)|反映|报(?:过|了|警|修|案|给|上)|投诉(?:过|了|到)|催|(?:跟|和|向|给)[^，。]{1,8}(?:说|讲|提|反映|要|谈)|申请|交(?:了|过|到|给)|递|联系|协商|理论|沟通|协调|调解|起诉|仲裁|来(?:过|了|看|人|管|查|量|采)|上门|发(?:过|了)?(?:微信|信息|短信)|登记|谈|吵|管过|出面|答应|承诺|信访|让(?:我|我们|俺|俺们|律师)?(?:去|找|等|发|回|自)|来[^，。]{1,3}过|[一两几]?(?:下|眼|圈)就(?:走|完)|音儿?了?$|音儿|函|工单|单子|告示|通知|接通|拉黑|拒绝|驳回|推|派|@|艾特|群里|讨(?:过|了)|念叨|拨|占线|不接|肯|同意|修了|投过|写(?:过|信)|回音|立(?:的|了|过)?案|开(?:过|了)[^，。]{0,4}庭|判(?:了|下来)/u;

/** Takes the time right before the words with them: 上礼拜六打过. */
function withTime(talk: Talk, turn: Turn, at: number): number {
  const time = findTimes(turn.text, talk.call.startedAt).find((when) => when.end <= at && at - when.end <= 1);
  return time?.start ?? at;
}

/** From the first words that tell of an earlier step to the end of the last sentence that does; of an answer from its start. */
function toldIn(talk: Talk, turn: Turn, isAnswer: boolean): Told | null {
  const matches = everyMatch(talk.listening.topics.priorHandling.told, turn.text);
  const first = matches[0];
  const last = matches.at(-1);
  if (!first || !last) return null;
  const sentence = sentencesOf(turn.text).find((each) => each.end >= last.index + last.length);
  const end = sentence?.end ?? turn.text.length;
  const start = isAnswer && end <= spanMax ? 0 : startOf(talk, turn, first.index);
  return { turn, start, end: Math.min(end, start + spanMax) };
}

/** A short clause is told whole; speech without marks starts at its own words. */
function startOf(talk: Talk, turn: Turn, index: number): number {
  const clause = clausesOf(turn.text).find((each) => each.start <= index && index < each.end);
  return clause !== undefined && clause.text.length <= clauseMax ? clause.start : withTime(talk, turn, index);
}

/** 没有，头一回打: nothing was done before. */
function neverIn(talk: Talk, turn: Turn): Told | null {
  const found = firstMatch(talk.listening.never, turn.text);
  if (!found) return null;
  const clause = clausesOf(turn.text).find((each) => each.end >= found.index + found.length);
  const start = clause && clause.text.length <= noMax ? Math.min(clause.start, found.index) : found.index;
  return { turn, start, end: Math.min(turn.text.length, start + noMax) };
}

function wordsOf({ turn, start, end }: Told): string {
  return cutAtClause(thirdPerson(tidy(turn.text.slice(start, end))), spanMax);
}

/** The first telling is quoted; the others are told with it as far as they fit. */
function tellingOf(part: Told, others: readonly Told[], why: string): Element {
  const rest = others.filter((each) => each.turn !== part.turn).slice(0, 2);
  const value = rest
    .map(wordsOf)
    .reduce((all, words) => (all.length + words.length < valueMax ? `${all}；${words}` : all), wordsOf(part));
  return recorded({ value, ...part, also: rest.map((each) => each.turn), why });
}

/** An answer that begins with not knowing or not wishing to tell is none, whatever follows. */
function isNone(talk: Talk, text: string): boolean {
  const first = clausesOf(text)[0]?.text ?? "";
  return says(talk.listening.unsure, first) || says(talk.listening.refuses, text);
}

/** The answer to the question, unless it tells of something else, such as a telephone number. */
function openAnswer(talk: Talk, replies: readonly Turn[]): Told | null {
  const turn = replies.find(
    ({ text }) =>
      text.length >= answerMin &&
      !says(talk.listening.emptyTalk, text.replace(/[，。！？]/gu, "")) &&
      !isNone(talk, text) &&
      !digitRuns(text).some((run) => run.digits.length > digitsMax),
  );
  return turn ? { turn, start: 0, end: Math.min(turn.text.length, spanMax) } : null;
}

/** What the replies to the question say: a telling, 没有, or yes in the caller's own words. */
function answered(talk: Talk, replies: readonly Turn[], told: readonly Told[]): Element | null {
  const asked = "回答坐席关于前期处理的提问";
  for (const turn of replies) {
    const never = neverIn(talk, turn);
    const telling = told.find((each) => each.turn === turn);
    if (telling && !(never && never.start <= telling.start && never.end > telling.end))
      return tellingOf(telling, told, asked);
    if (never) return recorded({ value: "此前没有反映过", ...never, why: "来电人回答没有" });
    if (yesIDid.test(turn.text)) {
      const answer = { turn, start: 0, end: Math.min(turn.text.length, spanMax) };
      return tellingOf(answer, told, asked);
    }
  }
  return null;
}

/** 前期处理情况: what was done before and by whom, as the caller tells it; 没有 is an answer too. */
export function priorHandlingOf(talk: Talk): Element {
  const replies = askedAbout(talk, "priorHandling").flatMap(({ replies }) => replies.slice(0, 2));
  const told = talk.citizen.flatMap((turn) => toldIn(talk, turn, replies.includes(turn)) ?? []);
  const answer = answered(talk, replies, told);
  if (answer) return answer;
  const first = told.find(({ turn }) => sought.test(turn.text));
  if (first) return tellingOf(first, told, "来电人说到的前期处理");
  const open = openAnswer(talk, replies);
  return open ? tellingOf(open, [], "回答坐席关于前期处理的提问") : notObtained(talk, "priorHandling");
}
