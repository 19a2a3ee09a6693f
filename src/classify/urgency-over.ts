import type { UrgentClass } from "../orders/index.ts";
import { everyMatch, firstMatch, type PartRules, says } from "../platform/rules/index.ts";
import { findTimes, sentencesOf, type When } from "../platform/text/index.ts";
import { shanghaiDate, shiftDate } from "../platform/workdays.ts";
import { repliesTo, saysEither, type Talk, type Turn } from "./talk/talk.ts";

type UrgencyRules = PartRules["urgency"];
type Over = NonNullable<UrgencyRules["over"]>;
type Ground = Over["grounds"][number];
type Signal = UrgencyRules["classes"][number]["signals"][number];

/** Words that tell of an incident: plain characters [start, end) of a turn, with the signal that heard them (null: of a line). */
export type Incident = {
  readonly signal: Pick<Signal, "id" | "heeded"> | null;
  readonly turn: Turn;
  readonly start: number;
  readonly end: number;
};

/** Why an incident is no emergency of now: the rule and the words it rests on. */
export type Past = { readonly ground: string; readonly words: string };

/** An agent who promises haste and does nothing that an emergency needs. */
const soothes = "坐席只是答应尽快办，没有按险情处置";

/** How far around the words their sentence reaches where speech has no stops, and how far before it the telling begins, in characters. */
const window = 40;

type Around = { readonly sentence: string; readonly telling: string };

/** The sentence of the words, and the same with what leads up to it. */
function around({ turn, start, end }: Incident): Around {
  const from = Math.max(0, start - window);
  const near = turn.text.slice(from, end + window);
  const found = sentencesOf(near).find((each) => each.start <= start - from && start - from < each.end);
  const sentence = found?.text ?? near;
  const at = from + (found?.start ?? 0);
  return { sentence, telling: turn.text.slice(Math.max(0, at - window), at) + sentence };
}

/** What the caller answers where the agent asks after people. */
const answersOf = (rules: UrgencyRules, talk: Talk): string[] =>
  talk.agent
    .filter(({ text }) => says(rules.over?.asks, text))
    .flatMap((question) => repliesTo(talk, question).slice(0, 1))
    .map(({ text }) => text);

/** What is asked for: as the agent reads it back, and as the caller answers when asked. */
function demandsOf(rules: UrgencyRules, talk: Talk): string[] {
  return talk.agent.flatMap((turn) => {
    const opens = everyMatch(rules.over?.demands, turn.text)[0];
    if (!opens) return [];
    return [
      turn.text.slice(opens.index),
      ...repliesTo(talk, turn)
        .slice(0, 1)
        .map(({ text }) => text),
    ];
  });
}

function textsFor(rules: UrgencyRules, { where }: Ground, talk: Talk, incident: Incident): readonly string[] {
  if (where === "sentence" || where === "telling") return [around(incident)[where]];
  if (where === "turn") return [incident.turn.text];
  if (where === "before") return [incident.turn.text.slice(Math.max(0, incident.start - 12), incident.start)];
  if (where === "later") {
    const rest = incident.turn.text.slice(incident.end);
    return [rest, ...talk.citizen.filter(({ at }) => at > incident.turn.at).map(({ text }) => text)];
  }
  return where === "answer" ? answersOf(rules, talk) : demandsOf(rules, talk);
}

/** A day that lies `daysBack` or more before the call, where no later one is told. */
function oldDay(text: string, startedAt: string, daysBack: number): string | null {
  const limit = shiftDate(shanghaiDate(startedAt), -daysBack);
  const times = findTimes(text, startedAt).filter(({ value, future }) => value !== null && !future);
  const isOld = ({ value }: When): boolean => {
    const day = (value ?? "").slice(0, limit.length);
    return day.length === limit.length ? day <= limit : day < limit.slice(0, day.length);
  };
  const old = times.every(isOld) ? times[0] : undefined;
  return old ? text.slice(old.start, old.end) : null;
}

function wordsOn(rules: UrgencyRules, ground: Ground, talk: Talk, incident: Incident): string | null {
  for (const text of textsFor(rules, ground, talk, incident)) {
    if (says(ground.unless, text)) continue;
    const found = firstMatch(ground.words, text);
    if (ground.daysBack === undefined) {
      if (found) return found.text;
      continue;
    }
    const goesOn = says(rules.over?.since, text);
    const day = found?.text ?? oldDay(text, talk.call.startedAt, ground.daysBack);
    if (day !== null && !goesOn) return day;
  }
  return null;
}

/** Whether the agent acts as one does in an emergency; promises of haste soothe any caller. */
export const actsInEmergency = ({ over }: UrgencyRules, talk: Talk): boolean =>
  talk.agent.some((turn) => saysEither(over?.acts, turn));

/**
 * What shows that an incident which the caller tells of is no peril of now: it is over, it goes on for ages, it befell a thing, or
 * what he wants is money, papers or punishment. Null where the peril may still be there: the agent acts as in an
 * emergency, somebody waits for help, or nothing tells (then it stays urgent). `urgentClass`: of the signal.
 */
export function pastOf(rules: UrgencyRules, talk: Talk, incident: Incident, urgentClass: UrgentClass): Past | null {
  const { over } = rules;
  if (!over) return null;
  const isActed = actsInEmergency(rules, talk);
  const isPresent = talk.citizen.some(({ text }) => says(over.present, text));
  if (incident.signal?.heeded && !isActed && !isPresent) {
    const soothed = talk.agent.map(({ text }) => firstMatch(rules.alarm, text)).find((match) => match !== null);
    if (soothed) return { ground: soothes, words: soothed.text };
  }
  for (const ground of over.grounds) {
    if (!ground.classes.includes(urgentClass)) continue;
    if (ground.signals && !ground.signals.includes(incident.signal?.id ?? "")) continue;
    if (isActed && ground.yields !== "nothing") continue;
    if (isPresent && !ground.yields) continue;
    const words = wordsOn(rules, ground, talk, incident);
    if (words !== null) return { ground: ground.id, words };
  }
  return null;
}
