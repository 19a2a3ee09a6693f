import type { UrgentClass } from "../orders/index.ts";
import { everyMatch, firstMatch, type PartRules, says } from "../platform/rules/index.ts";
import { findTimes, sourceWords } from "../platform/text/index.ts";
import type { Restatement } from "./talk/restatement.ts";
import { asSaid, repliesTo, saysEither, type Talk, type Turn } from "./talk/talk.ts";
import { holdsThreat, readThreats } from "./threat-model.ts";
import { frameOf } from "./urgency-frames.ts";
import { actsInEmergency, pastOf } from "./urgency-over.ts";

type UrgencyRules = PartRules["urgency"];
type Signal = UrgencyRules["classes"][number]["signals"][number];

/** Words of the call that a signal matched: plain characters [start, end) of `turn`. */
export type Heard = { readonly signal: Signal; readonly turn: Turn; readonly start: number; readonly end: number };

export type Urgency = {
  readonly urgent: "一般" | "紧急";
  readonly urgentClass: UrgentClass | null;
  readonly why: string;
  readonly heard: readonly Heard[];
};

/** Words that sound urgent and are not, with the frame that says so. */
type Framed = { readonly words: string; readonly frame: string };

/** An agent may have missed it: whoever reads the order sees the words. */
const passedOver = "坐席听后没有按紧急处理，请核对原话";

/** Words of threats in a call that is unlike any in which people heard one. */
const unlikeThreats = "不像过去通话里的扬言，请核对原话";
/** Whether a model hears a threat as well; without one the rules stand alone. */
function isLikeThreats(talk: Talk): boolean {
  const reading = readThreats(talk);
  return !reading || holdsThreat(talk, reading, true);
}

/** Whether the caller says outright that he will do it: no model weighs that, lest a bland answer lose it. */
function isPlain({ listening }: Talk, { turn, start, end }: Heard): boolean {
  const text = turn.text.slice(Math.max(0, start - before), end + after);
  return everyMatch(listening.threatParts.plain, text).some(({ index, length }) => {
    const from = index + Math.max(0, start - before);
    return from < end && start < from + length;
  });
}

const classOf = (rules: UrgencyRules, { signal }: Heard): UrgentClass | null =>
  rules.classes.find(({ signals }) => signals.includes(signal))?.urgentClass ?? null;

/** Words of incidents that are no peril of now, with the rule and the words that say so. */
function framedAsPast(rules: UrgencyRules, talk: Talk, heard: Heard): Framed | null {
  const urgentClass = classOf(rules, heard);
  const past = urgentClass && !threatens(heard) ? pastOf(rules, talk, heard, urgentClass) : null;
  return past && { words: wordsOf(heard), frame: `${past.ground}（“${asSaid(talk, past.words)}”）` };
}

const threatens = ({ signal }: Heard): boolean => signal.threat === true || signal.reported === true;

/** How far words reach that a signal must not stand beside. */
const before = 16;
const after = 12;
/** Characters from which a turn is a long telling, and how close is close in it. */
const longTurn = 150;
const near = 50;
/** A turn of fewer characters only goes on with the one before. */
const shortTurn = 10;

const wordsOf = ({ turn, start, end }: Heard): string => sourceWords(turn.plain, start, end);

function isBeside({ signal, turn, start, end }: Heard): boolean {
  if (!signal.unless) return false;
  const lead = turn.text.slice(Math.max(0, start - before), start).split(/[。！？；]/u);
  const tail = turn.text.slice(end, end + after).split(/[。！？；]/u);
  return says(signal.unless, `${lead.at(-1) ?? ""}${turn.text.slice(start, end)}${tail[0] ?? ""}`);
}

/** In a long telling many things are mentioned: there what a signal needs besides must stand close by, and so must words of immediacy. */
function isComplete(rules: UrgencyRules, { signal, turn, start }: Heard, allText: string): boolean {
  if (signal.unlessAnywhere && says(signal.unlessAnywhere, allText)) return false;
  const isLong = turn.text.length > longTurn;
  const text = isLong ? turn.text.slice(Math.max(0, start - near), start + near) : allText;
  if (isLong && rules.immediate && !says(rules.immediate, text)) return false;
  return (signal.and ?? []).every((matchers) => says(matchers, text));
}

/** What a signal hears; words that a frame disarms go to `framed`. */
function hearSignal(
  rules: UrgencyRules,
  signal: Signal,
  turns: readonly Turn[],
  allText: string,
  nextOf: (turn: Turn) => string,
  framed: Framed[],
): Heard[] {
  const heard = turns.flatMap((turn) =>
    everyMatch(signal.words, turn.text).map((match) => {
      return { signal, turn, start: match.index, end: match.index + match.length };
    }),
  );
  return heard.filter((each) => {
    if (isBeside(each) || !isComplete(rules, each, allText)) return false;
    const { turn, start, end } = each;
    const frame = frameOf(rules.frames, {
      text: turn.text,
      start,
      end,
      threat: signal.threat ?? false,
      dissuaded: signal.dissuaded ?? false,
      next: nextOf(turn),
    });
    if (frame !== null) framed.push({ words: wordsOf(each), frame });
    return frame === null;
  });
}

function notUrgent(framed: readonly Framed[]): Urgency {
  const first = framed[0];
  const why = first ? `“${first.words}”不算：${first.frame}` : "没有听到符合紧急定义的情况";
  return { urgent: "一般", urgentClass: null, why, heard: [] };
}

const isEarlier = (a: Heard, b: Heard): boolean => a.turn.at < b.turn.at || (a.turn === b.turn && a.start < b.start);

type Best = { readonly order: number; readonly first: Heard; readonly urgency: Urgency };

/** The class that is met first, in the order of the rules; of two of one order the one told first, since the call is about it. */
function bestOf(rules: UrgencyRules, hear: (signal: Signal) => Heard[], isHeeded: boolean): Urgency | null {
  let best: Best | null = null;
  for (const each of [...rules.classes].sort((a, b) => a.order - b.order)) {
    if (best && best.order < each.order) break;
    const signals = each.signals.filter((signal) => (signal.heeded ?? false) === isHeeded);
    const heard = signals.flatMap(hear).sort((a, b) => (isEarlier(a, b) ? -1 : 1));
    const first = heard[0];
    if (!first || (best && !isEarlier(first, best.first))) continue;
    const why = `${each.clause}（${first.signal.id}）：“${wordsOf(first)}”`;
    best = { order: each.order, first, urgency: { urgent: "紧急", urgentClass: each.urgentClass, why, heard } };
  }
  return best?.urgency ?? null;
}

/** Whether the agent treats the call as urgent. */
const isAlarmed = (rules: UrgencyRules, talk: Talk): boolean =>
  talk.agent.some((turn) => saysEither(rules.alarm, turn));

/** Whether the agent asks after the danger, and is not told that nobody is hurt and nothing goes on. */
function isConcerned({ concern, over }: UrgencyRules, talk: Talk): boolean {
  return talk.agent.some((turn) => {
    if (!says(concern, turn.text)) return false;
    const answer = says(over?.asks, turn.text) ? repliesTo(talk, turn)[0] : undefined;
    return (
      answer === undefined ||
      !says(over?.clear, answer.text) ||
      talk.citizen.some(({ text }) => says(over?.present, text))
    );
  });
}

/** Whether the agent heard the whole matter without treating it as urgent or asking after the danger. */
const isHeardAsOrdinary = (rules: UrgencyRules, talk: Talk): boolean =>
  rules.alarm !== undefined &&
  !talk.agent.some((turn) => [rules.alarm, rules.dissuades].some((words) => saysEither(words, turn))) &&
  !isConcerned(rules, talk);

/**
 * Whether the agent, who heard the turn, asks or reads back what is wanted, and is answered: so one takes down an ordinary
 * matter. Not where somebody waits for help.
 */
const asksDemandAfter = ({ over }: UrgencyRules, talk: Talk, turn: Turn): boolean =>
  !talk.citizen.some(({ text }) => says(over?.present, text)) &&
  talk.agent.some(
    (agent) => agent.at > turn.at && says(over?.demands, agent.text) && repliesTo(talk, agent).length > 0,
  );

/** What is to come: a time ahead, or a condition (再不, 之前不). */
const condition =
  /再(?:不|敢|来|停|拖)|要是(?=再|还|他|她|你|谁|不|没(?:人|个)|物业|公司|政府|社区)|谁(?:敢|再|要)|(?:之前|以前)[^。！？]{0,12}(?:不|没)|不(?:给|来|退|还|赔|管|解决)[^。！？，]{0,8}，?(?:我|俺)们?就(?!被|没|在|困|一直)/u;

/** What a caller announced right before the agent treated it as urgent without a word of what it is: a threat in words of no list. What others said is told otherwise. */
function announcedOf(
  rules: UrgencyRules,
  talk: Talk,
  hear: (signal: Signal, turns: readonly Turn[]) => Heard[],
): Urgency | null {
  const alarmed = talk.agent.filter((turn) => (rules.unnamed ?? []).some(({ agent }) => saysEither(agent, turn)));
  const told = alarmed.flatMap((agent) => talk.citizen.filter(({ at }) => at < agent.at).slice(-1));
  const isAhead = ({ turn, start, end }: Heard): boolean => {
    const words = turn.text.slice(start, end);
    if (says(talk.listening.threatParts.tells, turn.text.slice(0, end))) return false;
    return condition.test(words) || findTimes(words, talk.call.startedAt).some(({ future }) => future);
  };
  return bestOf(rules, (signal) => (signal.dissuaded ? hear(signal, told).filter(isAhead) : []), false);
}

/** What the agent alone treats as urgent, in words of the caller that fit no class: a person has to look. Words that only sound urgent are not meant. */
function unnamedOf(rules: UrgencyRules, talk: Talk, framed: readonly Framed[]): Urgency | null {
  if (framed.length > 0) return null;
  for (const { urgentClass, clause, agent } of rules.unnamed ?? []) {
    const found = talk.agent
      .map((turn) => firstMatch(agent, turn.text) ?? firstMatch(agent, turn.unset.text))
      .find((match) => match !== null);
    if (!found || (rules.over && urgentClass !== "不稳定因素" && !actsInEmergency(rules, talk))) continue;
    const why = `${clause}（来电人的话不合任一类，请核对）：坐席：“${asSaid(talk, found.text)}”`;
    return { urgent: "紧急", urgentClass, why, heard: [] };
  }
  return null;
}

/** A threat with a time that is still to come. */
const isPlanned = ({ signal, turn }: Heard, startedAt: string): boolean =>
  (signal.threat === true || signal.reported === true) && findTimes(turn.text, startedAt).some(({ future }) => future);

/** What the caller says next by himself: who gives in when the agent asks him not to do it has threatened all the same. */
function unaskedNext(rules: UrgencyRules, talk: Talk, turn: Turn): string {
  const next = talk.citizen.find((each) => each.at > turn.at && each.text.length >= shortTurn);
  if (!next) return "";
  const between = talk.agent.filter(({ at }) => at > turn.at && at < next.at);
  const isAsked = between.some(({ text }) => says(rules.dissuades, text) || says(rules.alarm, text));
  return isAsked && !says(rules.misheard, next.text) ? "" : next.text;
}

/** What the caller said right before the agent asked not to do it; where that is only a word or two (就这样), also what stands before. */
function dissuadedTurns({ dissuades }: UrgencyRules, talk: Talk): Turn[] {
  if (!dissuades) return [];
  const found = new Set<Turn>();
  for (const agent of talk.agent.filter((turn) => saysEither(dissuades, turn))) {
    const told = talk.citizen.filter((turn) => turn.at < agent.at).slice(-2);
    const last = told.at(-1);
    for (const turn of last && last.text.length < shortTurn ? told : told.slice(-1)) found.add(turn);
  }
  return [...found];
}

/**
 * 紧急程度 by the definitions of 5.2.4.1 注: the class that words of the caller meet as a fact or a threat of now. Where the
 * agent treats the call as urgent, words of a class suffice. The reason names clause, rule and words; for a near miss it
 * names why the words do not count. `startedAt`: of the call, with offset.
 */
export function urgencyOf(
  rules: UrgencyRules,
  talk: Talk,
  restatement: Restatement | null,
  startedAt: string,
): Urgency {
  const restated = restatement?.confirmed ? [restatement.turn] : [];
  const allText = [talk.citizenText, ...restated.map((turn) => turn.text)].join("。");
  const framed: Framed[] = [];
  const nextOf = (turn: Turn): string => unaskedNext(rules, talk, turn);
  const dissuaded = dissuadedTurns(rules, talk);
  const hearIn = (signal: Signal, turns: readonly Turn[]): Heard[] =>
    hearSignal(rules, signal, turns, allText, nextOf, framed).filter((heard) => {
      const counts = !threatens(heard) || isPlain(talk, heard) || isLikeThreats(talk);
      if (!counts) framed.push({ words: wordsOf(heard), frame: unlikeThreats });
      const past = framedAsPast(rules, talk, heard);
      if (past) framed.push(past);
      return counts && !past;
    });
  const hear = (signal: Signal): Heard[] =>
    hearIn(signal, signal.dissuaded ? dissuaded : [...talk.citizen, ...(signal.restated ? restated : [])]);
  const isOrdinary = isHeardAsOrdinary(rules, talk);
  const isClosed = talk.agent.some((turn) => says(rules.closing, turn.text));
  const isTakenDown = (heard: Heard): boolean =>
    isClosed || (classOf(rules, heard) !== "不稳定因素" && asksDemandAfter(rules, talk, heard.turn));
  const hearOpen = (signal: Signal): Heard[] =>
    hear(signal).filter((heard) => {
      const counts =
        !(isOrdinary && isTakenDown(heard)) ||
        signal.unheeded ||
        says(rules.peril, heard.turn.text) ||
        isPlanned(heard, startedAt);
      if (!counts) framed.unshift({ words: wordsOf(heard), frame: passedOver });
      return counts;
    });
  const announcedOr = (unnamed: Urgency | null): Urgency | null =>
    unnamed ? (announcedOf(rules, talk, hearIn) ?? unnamed) : null;
  return (
    bestOf(rules, hearOpen, false) ??
    (isAlarmed(rules, talk) ? (bestOf(rules, hear, true) ?? announcedOr(unnamedOf(rules, talk, framed))) : null) ??
    notUrgent(framed)
  );
}
