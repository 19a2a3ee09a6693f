import type { Element, ElementKey } from "../../orders/index.ts";
import { everyMatch, says } from "../../platform/rules/index.ts";
import { type Clause, clausesOf, findTimes, sourceWords } from "../../platform/text/index.ts";
import type { Talk, Turn } from "../talk/talk.ts";
import type { Heard } from "../urgency.ts";
import { empty, recorded } from "./element.ts";

/** A threat: plain characters [start, end) of a turn of the caller. */
export type Threat = { readonly turn: Turn; readonly start: number; readonly end: number };

/** Longest quote, how far back the opening may lie, and how much is taken before the words in speech without punctuation. */
const spanMax = 90;
const reach = 40;
const lead = 20;
const asksOnly = /^.{0,16}(?:管不管|怎么办|行不行)[吗呢]?$/u;
const aside = /问你|告诉你|跟你(?:们)?说|我说到做到/u;

/** Back over the clauses that open the threat (再不来, 明天早上七点), as far as they stand close to the act. */
function firstClause(talk: Talk, clauses: readonly Clause[], actAt: number): number {
  let first = actAt;
  for (let at = actAt - 1; at >= 0; at -= 1) {
    const clause = clauses[at];
    const isNear = clause !== undefined && (clauses[actAt]?.start ?? 0) - clause.start <= reach;
    if (!isNear || !says(talk.listening.threatParts.opens, clause.text) || aside.test(clause.text)) break;
    first = at;
  }
  return first;
}

/** On over the clauses that carry the threat further (就堵在桥头, 不见钱不撤). */
function lastClause(talk: Talk, clauses: readonly Clause[], actAt: number): number {
  const rest = clauses.slice(actAt + 1);
  const stop = rest.findIndex(
    (clause) => !says(talk.listening.threatParts.follows, clause.text) || aside.test(clause.text),
  );
  return stop < 0 ? clauses.length - 1 : actAt + stop;
}

function spanOf(talk: Talk, heard: Heard): Threat {
  const clauses = clausesOf(heard.turn.text);
  const actAt = clauses.findIndex((clause) => clause.end >= heard.end);
  const first = clauses[firstClause(talk, clauses, actAt)];
  const last = clauses[lastClause(talk, clauses, actAt)];
  const isLong = (clauses[actAt]?.text.length ?? 0) > spanMax;
  const start = isLong ? Math.max(0, heard.start - lead) : (first?.start ?? heard.start);
  return { turn: heard.turn, start, end: Math.max(heard.end, Math.min(last?.end ?? heard.end, start + spanMax)) };
}

/** Threats of the caller, one a sentence, none inside another. */
export function threatsOf(talk: Talk, heard: readonly Heard[]): Threat[] {
  const threats: Threat[] = [];
  for (const each of heard.filter((one) => one.signal.threat && one.turn.role === "citizen")) {
    const threat = spanOf(talk, each);
    if (asksOnly.test(each.turn.text.slice(threat.start, threat.end))) continue;
    if (threats.some((other) => other.turn === threat.turn && other.start < threat.end && threat.start < other.end))
      continue;
    threats.push(threat);
  }
  return threats;
}

/** The exact words of the caller, for the quotation marks of 附录C.4. */
export function threatQuote(threat: Threat): string {
  return sourceWords(threat.turn.plain, threat.start, threat.end);
}

function part(talk: Talk, threats: readonly Threat[], key: "channel" | "means" | "place"): Element {
  for (const threat of threats) {
    const words = threat.turn.text.slice(threat.start, threat.end);
    const found = everyMatch(talk.listening.threatParts[key], words)[0];
    if (!found) continue;
    const start = threat.start + found.index;
    return recorded({ value: found.text, turn: threat.turn, start, end: start + found.length, why: "来电人原话" });
  }
  return empty("未询问", "来电人没有说到");
}

function timeOfThreat(talk: Talk, threats: readonly Threat[]): Element {
  for (const { turn, start, end } of threats) {
    const when = findTimes(turn.text.slice(start, end), talk.call.startedAt)[0];
    if (!when) continue;
    const words = turn.text.slice(start + when.start, start + when.end);
    return recorded({
      value: when.value ?? words,
      turn,
      start: start + when.start,
      end: start + when.end,
      why: "来电人原话",
    });
  }
  return empty("未询问", "来电人没有说时间");
}

/** 渠道、方式、行为, and time and place of the threat (附录C.4), all from the caller's own words. */
export function threatElements(talk: Talk, threats: readonly Threat[]): Partial<Record<ElementKey, Element>> {
  const first = threats[0];
  if (!first) return {};
  const act = recorded({
    value: first.turn.text.slice(first.start, first.end),
    turn: first.turn,
    start: first.start,
    end: first.end,
    why: "来电人原话",
  });
  return {
    act,
    channel: part(talk, threats, "channel"),
    means: part(talk, threats, "means"),
    threatTime: timeOfThreat(talk, threats),
    threatPlace: part(talk, threats, "place"),
  };
}
