import type { Element } from "../../orders/index.ts";
import { says } from "../../platform/rules/index.ts";
import { digitRuns, isPhone } from "../../platform/text/index.ts";
import { agrees, denies, repliesTo, type Talk, type Turn } from "../talk/talk.ts";
import { type Found, notObtained, recorded } from "./element.ts";

type Number_ = { digits: string; turn: Turn; start: number; end: number; also: Turn[]; why: string };

/** Longest quote of an answer without a number, in characters. */
const ownWordsMax = 40;

/** Longest number that can be told in pieces. */
const mobileLength = 11;

/** 户号六零零八幺二五七: a number of an account, an order or a case, not one to call. */
const accountBefore =
  /(?:户|单|账|帐|卡|表|编|证|流水|案|受理|合同|快递|保单|学|工)号(?:码)?[^，。]{0,3}[，。]?(?:我看看|我找找|是|为|您看)*[^\p{Script=Han}]{0,6}$/u;
const accountAsked = /(?:户|单|账|帐|卡|表|编|证|流水|案|受理|合同|保单)号/u;
const phoneAsked = /电话|手机|联系|号码/u;

/** Whether the digits of the turn answer a question for the number of an account. */
function isOfAccount(talk: Talk, turn: Turn): boolean {
  const before = talk.turns.slice(Math.max(0, turn.at - 2), turn.at + 1).map(({ text }) => text);
  return before.some((text) => accountAsked.test(text)) && !before.some((text) => phoneAsked.test(text));
}

function phonesIn(turn: Turn): Number_[] {
  return digitRuns(turn.text)
    .filter((run) => isPhone(run.digits) && !accountBefore.test(turn.text.slice(0, run.start)))
    .map((run) => ({ ...run, turn, also: [], why: "来电人报出号码" }));
}

/** 后头是八二七四: the end of the number before is replaced. */
function corrected(known: Number_ | null, turn: Turn): Number_ | null {
  if (!known || !/后(?:头|面|四位|几位|边)|尾号|末尾|最后/u.test(turn.text)) return null;
  const run = digitRuns(turn.text).find((each) => each.digits.length >= 2 && each.digits.length < known.digits.length);
  if (!run) return null;
  const digits = known.digits.slice(0, known.digits.length - run.digits.length) + run.digits;
  if (!isPhone(digits)) return null;
  return { digits, turn, start: run.start, end: run.end, also: [known.turn], why: "来电人更正号码后几位" };
}

/** A number the agent gave as information, which the caller only repeats (记下了), is not the caller's own. */
function isRepeated(talk: Talk, turn: Turn, digits: string): boolean {
  const first = talk.agent.find(
    (each) => each.at < turn.at && digitRuns(each.text).some((run) => run.digits === digits),
  );
  return (
    first !== undefined &&
    !says(talk.listening.topics.contact.asked, first.text) &&
    says(talk.listening.answers.numberGiven, first.text)
  );
}

/** 一三六 at the end of a turn: the number goes on in the next one. */
const mobileStart = /^1[3-9]\d{1,8}$/;

type State = { number: Number_ | null; pieces: Number_ | null };

/** A number told in pieces over several turns: 幺三九 / 嗯 / 三三二零 / 八一四六. */
function joined(state: State, turn: Turn): State {
  const runs = digitRuns(turn.text);
  const letters = turn.text.replace(/[0-9零〇一二三四五六七八九幺，。、…嗯啊对是的后面就]/gu, "");
  const run = runs.at(-1);
  const opens = run !== undefined && mobileStart.test(run.digits) && turn.text.length - run.end <= 1;
  if (!run || (letters.length > 4 && !opens)) return { ...state, pieces: null };
  const before = letters.length > 4 ? null : state.pieces;
  const digits = before
    ? before.digits + runs.map((each) => each.digits).join("")
    : letters.length > 4
      ? run.digits
      : runs.map((each) => each.digits).join("");
  if (digits.length > mobileLength) return { ...state, pieces: null };
  const piece: Number_ = {
    digits,
    turn,
    start: run.start,
    end: run.end,
    also: before ? [...before.also, before.turn] : [],
    why: "来电人分段报出号码",
  };
  return isPhone(digits) && digits.length === mobileLength
    ? { number: piece, pieces: null }
    : { ...state, pieces: piece };
}

function hearCitizen(talk: Talk, state: State, turn: Turn): State {
  const full = phonesIn(turn).at(-1);
  if (full && (isRepeated(talk, turn, full.digits) || isOfAccount(talk, turn))) return state;
  if (full) return { number: full, pieces: null };
  const fixed = corrected(state.number, turn);
  if (fixed) return { number: fixed, pieces: null };
  if (says(talk.listening.refuses, turn.text) || !/[0-9一二三四五六七八九零幺]/u.test(turn.text)) return state;
  return joined(state, turn);
}

/** A number the agent reads back counts when the caller agrees; denied, the number before no longer stands as confirmed. */
function hearAgent(talk: Talk, state: State, turn: Turn): State {
  const read = phonesIn(turn).at(-1);
  const replies = repliesTo(talk, turn);
  if (!read || isOfAccount(talk, turn) || denies(talk, replies) || !agrees(talk, replies)) return state;
  const isAnswer =
    says(talk.listening.answers.given, turn.text) && !says(talk.listening.topics.contact.asked, turn.text);
  if (isAnswer) return state;
  const also = [...(state.number ? [state.number.turn] : []), ...replies.slice(0, 1)];
  return { number: { ...read, also, why: "坐席复述号码，来电人确认" }, pieces: null };
}

/** 不是这个，这是工友的: another number follows, or none. */
const notThis = /^(?:啊|哦|那个|，)*(?:不是|别(?:打|记)|不要(?:打|记)|不)(?:我|打|的)*这个/u;

/** 嗯，视频我可以发: the hum of yes that plain text leaves out; 嗯，不行 is none. */
function hums(talk: Talk, replies: readonly Turn[]): boolean {
  const source = replies[0]?.plain.source ?? "";
  return /^[嗯恩]+[，,。]/u.test(source) && !denies(talk, replies);
}

/** 来电号码: not 这个电话, which may be the one just told. */
const namesCall = /来电|本机|打(?:进|过)?来|现在/u;

/** 就这个号码, or yes to 是来电的号码吗: the number the call came from. */
function callerNumber(talk: Talk): Found | null {
  const digits = (talk.call.callerNumber ?? "").replace(/\D/g, "");
  if (digits === "") return null;
  for (const question of talk.agent.filter(
    (turn) => says(talk.listening.topics.contact.asked, turn.text) || says(talk.listening.asksThisNumber, turn.text),
  )) {
    const replies = repliesTo(talk, question);
    const asksThis = says(talk.listening.asksThisNumber, question.text);
    if (phonesIn(question).length > 0 || (replies[0] && notThis.test(replies[0].text))) continue;
    const reply =
      replies.find((each) => says(talk.listening.thisNumber, each.text)) ??
      (asksThis && (agrees(talk, replies) || hums(talk, replies)) ? replies[0] : undefined);
    if (!reply) continue;
    return {
      value: digits,
      turn: reply,
      start: 0,
      end: Math.min(reply.text.length, ownWordsMax),
      also: [question],
      why: "来电人同意用来电号码联系",
    };
  }
  const told = talk.citizen.find((turn) => says(talk.listening.thisNumberTold, turn.text));
  if (!told) return null;
  const why = "来电人说用来电号码联系";
  return { value: digits, turn: told, start: 0, end: Math.min(told.text.length, ownWordsMax), why };
}

/** 是，打不通打我儿子的: the number behind is for the case that the one agreed to does not answer; 行，不过这个白天没人接 names a better one. */
const spareBefore =
  /万一|要是|如果|实在|备用|备一个|再(?:留|记)一个|(?<!这[^，。]{0,8})(?:打不通|没(?:人)?接|接不(?:到|着|上))/u;

/** Whether the number is only a second one beside the call's own. */
function isSpare(talk: Talk, number: Number_, own: Found): boolean {
  const isAgreed = agrees(talk, [own.turn]) || says(talk.listening.thisNumber, own.turn.text);
  return isAgreed && number.turn.at >= own.turn.at && spareBefore.test(own.turn.text);
}

/** 联系方式, digits only: the last number told, read back or corrected; else the caller's own number where the caller says so. */
export function contactOf(talk: Talk): Element {
  let state: State = { number: null, pieces: null };
  for (const turn of talk.turns)
    state = turn.role === "agent" ? hearAgent(talk, state, turn) : hearCitizen(talk, state, turn);
  const { number } = state;
  const own = callerNumber(talk);
  const isOwnNamed =
    own?.also?.some(({ text }) => namesCall.test(text)) || says(talk.listening.thisNumber, own?.turn.text ?? "");
  const isLater = own?.also !== undefined && number !== null && own.turn.at > number.turn.at && isOwnNamed;
  const isBeside = own !== null && number !== null && isSpare(talk, number, own);
  if (number && !isLater && !isBeside) return recorded({ ...number, value: number.digits });
  return own ? recorded(own) : notObtained(talk, "contact");
}
