import type { UrgentClass } from "../orders/index.ts";
import { everyMatch, type PartRules, says } from "../platform/rules/index.ts";
import type { Restatement } from "./talk/restatement.ts";
import type { Talk, Turn } from "./talk/talk.ts";

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

/** How far words reach that take the urgency out of a match. */
const before = 16;
const after = 12;
/** Characters from which a turn is a long telling, and how close is close in it. */
const longTurn = 150;
const near = 50;

/** Denied, told of others, long past or feared: judged by the words right before the match, within its sentence. */
function isReal(rules: UrgencyRules, signal: Signal, text: string, start: number, end: number): boolean {
  const lead =
    text
      .slice(Math.max(0, start - before), start)
      .split(/[。！？；]/u)
      .at(-1) ?? "";
  const tail = text.slice(end, end + after).split(/[。！？；]/u)[0] ?? "";
  if (says(rules.notReal, lead) || says(rules.notRealAfter, tail)) return false;
  return !signal.unless || !says(signal.unless, lead + text.slice(start, end) + tail);
}

/** In a long telling many things are mentioned: there what a signal needs besides must stand close by, and so must words of immediacy. */
function isComplete(rules: UrgencyRules, signal: Signal, turn: Turn, index: number, allText: string): boolean {
  const isLong = turn.text.length > longTurn;
  const text = isLong ? turn.text.slice(Math.max(0, index - near), index + near) : allText;
  if (isLong && rules.immediate && !says(rules.immediate, text)) return false;
  return (signal.and ?? []).every((matchers) => says(matchers, text));
}

function hearSignal(rules: UrgencyRules, signal: Signal, turns: readonly Turn[], allText: string): Heard[] {
  return turns.flatMap((turn) =>
    everyMatch(signal.words, turn.text)
      .map((match) => ({ signal, turn, start: match.index, end: match.index + match.length }))
      .filter((heard) => isReal(rules, signal, turn.text, heard.start, heard.end))
      .filter((heard) => isComplete(rules, signal, turn, heard.start, allText)),
  );
}

/** 紧急程度 by the definitions of 5.2.4.1: the first class, in the order of the rules, that a signal of the caller meets. */
export function urgencyOf(rules: UrgencyRules, talk: Talk, restatement: Restatement | null): Urgency {
  const restated = restatement?.confirmed ? [restatement.turn] : [];
  const allText = [talk.citizenText, ...restated.map((turn) => turn.text)].join("。");
  const classes = [...rules.classes].sort((a, b) => a.order - b.order);
  for (const each of classes) {
    const heard = each.signals.flatMap((signal) =>
      hearSignal(rules, signal, [...talk.citizen, ...(signal.restated ? restated : [])], allText),
    );
    const first = heard[0];
    if (!first) continue;
    const words = first.turn.text.slice(first.start, first.end);
    return {
      urgent: "紧急",
      urgentClass: each.urgentClass,
      why: `${each.clause}（${first.signal.id}）：“${words}”`,
      heard,
    };
  }
  return { urgent: "一般", urgentClass: null, why: "没有听到符合紧急定义的情况", heard: [] };
}
