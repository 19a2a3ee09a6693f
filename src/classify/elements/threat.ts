import type { Element, ElementKey } from "../../orders/index.ts";
import { everyMatch, type Matchers, says } from "../../platform/rules/index.ts";
import { type Clause, clausesOf, findTimes, sourceWords } from "../../platform/text/index.ts";
import type { Talk, Turn } from "../talk/talk.ts";
import type { Heard } from "../urgency.ts";
import { empty, recorded } from "./element.ts";

/** A threat: plain characters [start, end) of a turn of the caller, who may tell of somebody else's. */
export type Threat = {
  readonly turn: Turn;
  readonly start: number;
  readonly end: number;
  readonly reported: boolean;
};

/** Longest quote, how far back the opening may lie, and how much is taken before the words in speech without punctuation. */
export const spanMax = 90;
/** Fewer characters are a word in passing (敌敌畏) and no threat, unless the caller says who acts (我跳楼). */
export const spanMin = 4;
const reach = 40;
/** A time told in the same sentence opens it from so far away. */
const timeReach = 60;
const lead = 20;
/** Fewer characters before the opening words are left as they stand (那我就, 反正我就). */
const otherTalkMin = 4;
/** A clause of so many characters behind a threat belongs to it unless it says otherwise. */
const shortClause = 14;
/** The question that a threat only asks about ends within so many characters of it. */
const askedMax = 6;
/** What is left to say to the agent once the threat is out (你们来收尸吧). */
export const partingWords = /^你们?[^，。我俺]{0,8}$/u;
/** What somebody else's threat is to come to. */
const comesTo = /^(?:让|叫|谁|就|把|一|别|不)/u;
const asksOnly = /^.{0,16}(?:管不管|怎么办|行不行)[吗呢]?$/u;

/** Back over the clauses that open the threat (再不来, 明天早上七点), within the words heard and as far as they stand close to them. */
function firstClause(talk: Talk, text: string, clauses: readonly Clause[], startAt: number, actAt: number): number {
  const { opens, subjects, aside } = talk.listening.threatParts;
  const mayOpen = ({ text }: Clause) => (says(opens, text) || says(subjects, text)) && !endsAside(aside, text);
  const inside = clauses.slice(startAt, actAt + 1).findIndex(mayOpen);
  let first = inside < 0 ? startAt : startAt + inside;
  for (let at = first - 1; at >= 0; at -= 1) {
    const clause = clauses[at];
    const isNear = clause !== undefined && (clauses[first]?.start ?? 0) - clause.start <= reach;
    if (!isNear || endsSentence(text, clause) || !mayOpen(clause)) break;
    if (!says(opens, clause.text) && says(opens, clauses[first]?.text ?? "")) break;
    first = at;
  }
  return clauseOfTime(talk, text, clauses, first) ?? first;
}

const endsSentence = (text: string, clause: Clause): boolean => /[。！？]/u.test(text.charAt(clause.end));

/** The clause of the same sentence that tells when, where what lies between only leads there (明天九点，我去他大厅，当着他的面，…). */
function clauseOfTime(
  { call, listening }: Talk,
  text: string,
  clauses: readonly Clause[],
  first: number,
): number | null {
  const end = clauses[first]?.start ?? 0;
  let time: number | null = null;
  for (let at = first - 1; at >= 0; at -= 1) {
    const clause = clauses[at];
    if (!clause || end - clause.start > timeReach || endsSentence(text, clause)) break;
    if (endsAside(listening.threatParts.aside, clause.text)) break;
    const isAhead = ({ value }: { value: string | null }) =>
      value !== null && value.slice(0, 10) >= call.startedAt.slice(0, 10);
    if (findTimes(clause.text, call.startedAt).some(isAhead)) time = at;
  }
  return time;
}

/** Whether the clause ends in words about the threat, so that what follows begins anew. */
function endsAside(aside: Matchers, text: string): boolean {
  const last = everyMatch(aside, text).at(-1);
  return last !== undefined && last.index + last.length === text.length;
}

/** On over the clauses that carry the threat further (就堵在桥头, 不见钱不撤), in its sentence over short ones that tell nothing else. */
function lastClause(talk: Talk, text: string, clauses: readonly Clause[], actAt: number): number {
  const { follows, stops, aside } = talk.listening.threatParts;
  let last = actAt;
  for (const clause of clauses.slice(actAt + 1)) {
    const before = clauses[last];
    const isSame = before !== undefined && !endsSentence(text, before);
    const isShort = clause.end - clause.start <= shortClause;
    const carriesOn = says(follows, clause.text) || (isSame && isShort && !says(stops, clause.text));
    if (!carriesOn || says(aside, clause.text)) break;
    last += 1;
  }
  return last;
}

/** Where the threat begins in a clause that tells other things first: after words to the agent, at its time, condition or subject. */
function startIn(talk: Talk, text: string, clause: Clause, heard: Heard): number {
  const { opens, subjects, aside } = talk.listening.threatParts;
  const until = Math.min(clause.end, heard.end);
  const spoken = everyMatch(aside, text.slice(clause.start, until)).at(-1);
  const from = spoken ? clause.start + spoken.index + spoken.length : clause.start;
  const search = Math.max(from, heard.start - reach);
  const words = text.slice(search, until);
  const open = [...everyMatch(opens, words), ...everyMatch(subjects, words)].sort((a, b) => a.index - b.index)[0];
  const opening = open ? search + open.index : Math.max(from, Math.min(heard.start, clause.end));
  const isFar = open ? opening - from >= otherTalkMin : opening - from > lead;
  return isFar ? opening : from;
}

/** Where it ends: before words to the agent that follow in the same clause. */
function endIn(aside: Matchers, text: string, actEnd: number, end: number): number {
  const spoken = everyMatch(aside, text.slice(actEnd, end))[0];
  return spoken ? actEnd + spoken.index : end;
}

/** Somebody else's threat is the clause that tells of it, with what it comes to (让你们都陪葬). */
function reportedSpan(talk: Talk, { turn, start, end }: Heard, clauses: readonly Clause[]): Threat {
  const { aside, tells } = talk.listening.threatParts;
  const told = everyMatch(tells, turn.text.slice(start, end)).at(-1);
  let last = end;
  for (const clause of clauses.filter((each) => each.end >= end)) {
    if (clause.start > last + 1 || (clause.start > end && !comesTo.test(clause.text))) break;
    last = clause.start > end ? clause.end : endIn(aside, turn.text, end, clause.end);
  }
  const teller = start + (told?.index ?? 0);
  const from = /[我俺]/u.test(turn.text.charAt(teller - 1)) ? teller - 1 : teller;
  return { turn, start: from, end: Math.min(last, from + spanMax), reported: true };
}

function spanOf(talk: Talk, heard: Heard): Threat {
  const { text } = heard.turn;
  const clauses = clausesOf(text);
  const { aside } = talk.listening.threatParts;
  if (heard.signal.reported) return reportedSpan(talk, heard, clauses);
  const startAt = clauses.findIndex((clause) => clause.end > heard.start);
  const actAt = clauses.findIndex((clause) => clause.end >= heard.end);
  const first = clauses[firstClause(talk, text, clauses, startAt, actAt)];
  const last = clauses[lastClause(talk, text, clauses, actAt)];
  const start = first ? startIn(talk, text, first, heard) : heard.start;
  const end = endIn(aside, text, heard.end, Math.max(heard.end, last?.end ?? heard.end));
  return { turn: heard.turn, start, end: Math.max(heard.end, Math.min(end, start + spanMax)), reported: false };
}

/** Whether `later` ends further on in the same sentence. */
const goesOn = ({ turn, end }: Threat, later: Threat): boolean =>
  later.end > end && !/[。！？]/u.test(turn.text.slice(end, later.end));

const isThreat = ({ signal, turn }: Heard): boolean =>
  (signal.threat === true || signal.reported === true) && turn.role === "citizen";

/** Whether other words of the turn say better what is threatened: any where only the agent's plea makes a threat, and whose it is where it is told. */
function isPlainer(other: Heard, heard: Heard): boolean {
  if (other.turn !== heard.turn || other === heard) return false;
  const overlaps = other.start < heard.end && heard.start < other.end;
  if (heard.signal.dissuaded) return !other.signal.dissuaded;
  return overlaps && other.signal.reported === true && !heard.signal.reported;
}

/** Threats of the caller and of those he tells of; what several signals hear of one threat is one. */
export function threatsOf(talk: Talk, heard: readonly Heard[]): Threat[] {
  const threats: Threat[] = [];
  const spoken = heard.filter(isThreat);
  for (const each of spoken) {
    if (spoken.some((other) => isPlainer(other, each))) continue;
    const threat = spanOf(talk, each);
    const words = each.turn.text.slice(threat.start, threat.end);
    if (words.length < spanMin && !/^[我俺]/u.test(words)) continue;
    if (threats.length > 0 && partingWords.test(words)) continue;
    if (asksOnly.test(each.turn.text.slice(threat.start, threat.end + askedMax).split(/[。！？]/u)[0] ?? "")) continue;
    const same = threats.findIndex(
      ({ turn, start, end }) => turn === threat.turn && start < threat.end && threat.start < end,
    );
    const known = threats[same];
    if (!known) threats.push(threat);
    else if (goesOn(known, threat)) threats[same] = { ...known, end: Math.min(threat.end, known.start + spanMax) };
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
