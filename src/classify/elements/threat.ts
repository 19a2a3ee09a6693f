import type { Element, ElementKey } from "../../orders/index.ts";
import { clausesOf, findTimes, sourceWords } from "../../platform/text/index.ts";
import { everyMatch, says } from "../talk/matches.ts";
import type { Talk, Turn } from "../talk/talk.ts";
import type { Heard } from "../urgency.ts";
import { empty, recorded } from "./element.ts";
import { placeSpans } from "./place-spans.ts";

/** A threat: plain characters [start, end) of a turn of the caller. */
export type Threat = { readonly turn: Turn; readonly start: number; readonly end: number };

const spanMax = 70;
const reach = 30;

/** From the clause that opens the threat (再不来, 明天早上七点) to the clause with the act, and what is promised right after. */
function spanOf(talk: Talk, heard: Heard): Threat {
  const { turn } = heard;
  const clauses = clausesOf(turn.text);
  const { opens } = talk.listening.threatParts;
  const actAt = clauses.findIndex((clause) => heard.start < clause.end && heard.end > clause.start);
  let first = actAt;
  while (
    first > 0 &&
    heard.start - (clauses[first - 1]?.start ?? 0) <= reach &&
    says(opens, clauses[first - 1]?.text ?? "")
  )
    first -= 1;
  let last = Math.max(
    actAt,
    clauses.findLastIndex((clause) => heard.end > clause.start),
  );
  while (
    last + 1 < clauses.length &&
    says(opens, clauses[last + 1]?.text ?? "") &&
    !/[吗呢管]/u.test(clauses[last + 1]?.text ?? "")
  )
    last += 1;
  const start = Math.max(clauses[first]?.start ?? heard.start, heard.start - spanMax);
  const end = Math.min(clauses[last]?.end ?? heard.end, start + spanMax + reach);
  return { turn, start, end: Math.max(end, heard.end) };
}

/** Threats of the caller, one a sentence, none inside another. */
export function threatsOf(talk: Talk, heard: readonly Heard[]): Threat[] {
  const threats: Threat[] = [];
  for (const each of heard.filter((one) => one.signal.threat && one.turn.role === "citizen")) {
    const threat = spanOf(talk, each);
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

function part(talk: Talk, threats: readonly Threat[], key: "channel" | "means"): Element {
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

function placeOfThreat(talk: Talk, threats: readonly Threat[]): Element {
  for (const { turn, start, end } of threats) {
    const span = placeSpans(talk.listening, turn, []).find((each) => each.start >= start && each.end <= end);
    const channel = everyMatch(talk.listening.threatParts.channel, turn.text.slice(start, end))[0];
    const from = span?.start ?? (channel ? start + channel.index : -1);
    if (from < 0) continue;
    const to = span?.end ?? from + (channel?.length ?? 0);
    return recorded({ value: turn.text.slice(from, to), turn, start: from, end: to, why: "来电人原话" });
  }
  return empty("未询问", "来电人没有说地点");
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
    threatPlace: placeOfThreat(talk, threats),
  };
}
