import type { Element, Kind, Scope, UrgentClass } from "../../orders/index.ts";
import { everyMatch, type Matchers, says } from "../../platform/rules/index.ts";
import type { TaggedWord } from "../../platform/text/index.ts";
import type { Restatement } from "../talk/restatement.ts";
import { askedAbout, type Talk, type Topic, type Turn } from "../talk/talk.ts";
import type { PlaceSpan } from "./place-spans.ts";
import type { Candidate } from "./target-candidates.ts";
import { accusedSorts, addAccusedSort, addHeadWord } from "./target-heads.ts";
import { addMarked, bestOdds } from "./target-marked.ts";
import { mentionReader } from "./target-mentions.ts";
import {
  type Add,
  addComplaint,
  addHead,
  addReadBack,
  addWhereabouts,
  grammar,
  isInNeed,
  mark,
} from "./target-signs.ts";
import { isNoun, wordsOf } from "./target-words.ts";

/** What is known of a call before its party is looked for. */
export type Heard = {
  readonly kind: Kind;
  readonly scope: Scope;
  readonly urgentClass: UrgentClass | null;
  /** Names of the city's bodies, by which orders call those that supply it. */
  readonly bodies: readonly string[];
  readonly restatement: Restatement | null;
  /** Elements found already: what is the place or the name is seldom the party. */
  readonly found: Readonly<Partial<Record<"place" | "time" | "name" | "demand" | "event", Element>>>;
  readonly places: readonly PlaceSpan[];
};

/** Signs for and against a stretch of words being the party, by name; what each weighs is learned (scripts/train-target.ts). */
export type Features = ReadonlyMap<string, number>;

const beforeChars = 8;
const afterChars = 10;
const topics: readonly Topic[] = ["target", "place", "name", "contact", "demand", "priorHandling"];
const substantialChars = 6;
const restOpening = 1;

const isHan = (text: string): boolean => /^\p{Script=Han}/u.test(text);

type TurnView = {
  readonly words: readonly TaggedWord[];
  readonly places: readonly PlaceSpan[];
  readonly ends: Readonly<Record<"org" | "person" | "thing" | "affected" | "venue" | "placeEnd", ReadonlySet<number>>>;
  readonly before: (start: number) => string[];
  readonly after: (end: number) => string[];
};

/** A function remembered for each number it was asked for. */
function remembered<T>(work: (at: number) => T): (at: number) => T {
  const known = new Map<number, T>();
  return (at) => {
    const before = known.get(at);
    if (before !== undefined) return before;
    const value = work(at);
    known.set(at, value);
    return value;
  };
}

function viewOf(talk: Talk, heard: Heard, turn: Turn): TurnView {
  const { text } = turn;
  const { targetParts, organisations, things } = talk.listening;
  const endsOf = (matchers: Matchers) => new Set(everyMatch(matchers, text).map(({ index, length }) => index + length));
  return {
    words: wordsOf(turn),
    places: heard.places.filter((place) => place.turn === turn),
    ends: {
      org: endsOf(organisations),
      person: endsOf(targetParts.people),
      thing: endsOf(things),
      affected: endsOf(targetParts.affected),
      venue: endsOf(targetParts.venues),
      placeEnd: endsOf(targetParts.placeEnds),
    },
    before: remembered((start) => {
      const words = text.slice(Math.max(0, start - beforeChars), start);
      const isCalled = /(?:叫做?|是|写的?|名字)$/u.test(words) && says(targetParts.called, words);
      return [
        ...(says(targetParts.complained, words) ? ["complained"] : []),
        ...(says(targetParts.turnedTo, words) ? ["turnedTo"] : []),
        ...(isCalled ? ["called"] : []),
      ];
    }),
    after: remembered((end) => afterWords(talk, text.slice(end, end + afterChars))),
  };
}

function afterWords(talk: Talk, words: string): string[] {
  const { acts, beside } = talk.listening.targetParts;
  return [...(says(acts, words) ? ["acts"] : []), ...(says(beside, words) ? ["beside"] : [])];
}

/** Which list of words the stretch ends in. */
function classOf(view: TurnView, span: readonly TaggedWord[], end: number): string {
  for (const name of ["org", "person", "thing", "affected", "venue"] as const)
    if (view.ends[name].has(end)) return name;
  return span.some(({ tag }) => tag.startsWith("nr")) ? "nr" : "none";
}

function addRestated(add: Add, talk: Talk, value: string, restatement: Restatement | null): void {
  if (!restatement) return;
  const { text } = restatement.turn;
  const at = text.indexOf(value);
  if (at < 0) {
    add("notRest");
    return;
  }
  add("rest");
  add("restPos", at / text.length);
  for (const name of afterWords(talk, text.slice(at + value.length, at + value.length + afterChars))) {
    add(`rest:${name}`);
  }
  if (at <= restatement.start + restOpening) add("restHead");
}

function addPlaces(add: Add, places: readonly PlaceSpan[], { start, end }: Candidate): void {
  for (const place of places) {
    if (start >= place.start && end <= place.end) {
      add("inPlaceSpan");
      add("placeParts", Math.min(4, place.parts.length) / 2);
      if (end === place.end) add("placeSpanEnd");
    } else if (start < place.end && end > place.start) {
      add("overPlaceSpan");
      if (start >= place.start) add("placeThenMore");
    }
    for (const part of place.parts) {
      if (part.end === end) add(`endPart:${part.kind}`);
      if (part.start <= start && part.end >= end) add(`inPart:${part.kind}`);
      if (part.start >= start && part.end < end) add(`hasPart:${part.kind}`);
    }
    if (place.end === start) add("afterPlace");
  }
}

/** How a stretch that is said more than once is cut: 地方酒馆 is part of 老地方酒馆 wherever it stands. */
function addRepeats(add: Add, said: string, { turn, start, end, value }: Candidate): void {
  if (said.indexOf(value) === said.lastIndexOf(value)) return;
  const times = (text: string): number => said.split(text).length - 1;
  const total = times(value);
  const left = turn.text.charAt(start - 1);
  const right = turn.text.charAt(end);
  const cutLeft = isHan(left) && times(left + value) === total;
  const cutRight = isHan(right) && times(value + right) === total;
  add(cutLeft ? "repeatCutLeft" : "repeatLeft");
  add(cutRight ? "repeatCutRight" : "repeatRight");
  if (cutLeft || cutRight) return;
  add("repeatWhole");
  add("repeatWholeLength", Math.min(8, value.length) / 4);
}

const longWord = 4;

/** What kinds of words the stretch is made of, and how long each is: n-n of 2 and 2 is a name (安居|物业), v-n-v is none. */
function addShape(add: Add, span: readonly TaggedWord[]): void {
  const kinds = span.map(({ tag }) => tag.charAt(0));
  add(`shape:${kinds.join("")}`);
  add(`lengths:${span.map(({ word }) => Math.min(longWord, word.length)).join("")}`);
  kinds.slice(1).forEach((kind, at) => {
    add(`shapePair:${kinds[at]}${kind}`);
  });
}

/** Adverbs, prepositions, conjunctions, pronouns, times and particles. */
const ofGrammar = /^(?:d|p|c|r|t|y|e|o|u[a-z]*|zg)$/u;

function addWords(add: Add, words: readonly TaggedWord[], first: number, last: number): void {
  const span = words.slice(first, last + 1);
  const before = words[first - 1];
  const after = words[last + 1];
  const tagOf = (word: TaggedWord | undefined, none: string): string =>
    word ? (mark.test(word.word) ? "mark" : word.tag) : none;
  add(`words:${Math.min(7, span.length)}`);
  add(`firstTag:${span[0]?.tag}`);
  add(`lastTag:${span.at(-1)?.tag}`);
  addShape(add, span);
  if (span.some(({ tag }) => tag === "m")) add("number");
  if (span.some(({ tag }) => tag === "v")) add("verb");
  if (span.some(({ tag }) => tag === "a")) add("adjective");
  if (span.some(({ tag, word }) => tag === "v" && word.length > 1)) add("deedInside");
  if (span.some(({ tag }) => ofGrammar.test(tag))) add("grammarInside");
  if (span.slice(1).some(({ tag }) => tag === "m")) add("countInside");
  if (span.slice(0, -1).some(({ tag }) => tag === "v")) add("deedWithin");
  add(`before:${tagOf(before, "start")}`);
  add(`after:${tagOf(after, "end")}`);
  if (before && grammar.test(before.word)) add(`beforeWord:${before.word}`);
  if (after && grammar.test(after.word)) add(`afterWord:${after.word}`);
  if (before && isNoun(before) && isHan(before.word)) add("nounBefore");
  if (after && isNoun(after)) add("nounAfter");
}

function addFound(add: Add, value: string, found: Heard["found"]): void {
  for (const key of ["place", "time", "name", "demand"] as const) {
    if (found[key]?.quote?.includes(value)) add(`in:${key}`);
  }
  if (String(found.place?.value ?? "").includes(value)) add("inPlaceValue");
  if (found.event?.value?.includes(value)) add("inEvent");
}

/** Gives the function that reads the signs of a candidate; what belongs to the call or a turn is worked out once. */
export function featureReader(
  talk: Talk,
  heard: Heard,
): (candidate: Candidate, kinds: ReadonlySet<string>, written: string) => Features {
  const { targetParts, authorities } = talk.listening;
  const answersTo = topics.map((topic) => ({
    topic,
    turns: new Set(askedAbout(talk, topic).flatMap(({ replies }) => replies.slice(0, 1).map(({ at }) => at))),
  }));
  const first = talk.citizen.find(({ text }) => text.length >= substantialChars);
  const ranks = new Map(talk.citizen.map((turn, rank) => [turn.at, rank]));
  const said = [...talk.citizen, ...(heard.restatement ? [heard.restatement.turn] : [])]
    .map(({ text }) => text)
    .join("|");
  const mentioned = mentionReader(talk, said);
  const elsewhere = bestOdds([...talk.citizen, ...(heard.restatement ? [heard.restatement.turn] : [])]);
  const opening = first?.text ?? "";
  const sorts = accusedSorts(talk);
  const viewAt = new Map<number, TurnView>();

  return (candidate, kinds, written) => {
    const { turn, start, end, value } = candidate;
    const view = viewAt.get(turn.at) ?? viewOf(talk, heard, turn);
    viewAt.set(turn.at, view);
    const features = new Map<string, number>();
    const add: Add = (name, amount = 1) => features.set(name, amount);
    const firstWord = Math.max(
      0,
      view.words.findIndex((word) => word.end > start),
    );
    const found = view.words.findIndex((word) => word.end >= end);
    const lastWord = found < 0 ? view.words.length - 1 : found;

    add(turn.role);
    if (turn === first) add("first");
    add("late", (ranks.get(turn.at) ?? 0) / Math.max(4, talk.citizen.length));
    add("times", Math.log(1 + talk.citizen.filter(({ text }) => text.includes(value)).length));
    addRestated(add, talk, value, heard.restatement);
    for (const name of [...view.before(start), ...view.after(end)]) add(name);
    for (const { topic, turns } of answersTo) if (turns.has(turn.at)) add(`answers:${topic}`);

    const group = classOf(view, view.words.slice(firstWord, lastWord + 1), end);
    if (group === "affected" && isInNeed(turn.text, end)) add("needy");
    add(`class:${group}`);
    add(`class:${group}:${heard.kind}`);
    if (group === "org" || group === "venue") add(`${group}:${lastWord > firstWord ? "named" : "bare"}`);
    addHeadWord(add, talk, candidate, heard);
    addAccusedSort(add, talk, value, sorts);
    if (says(authorities, value)) add("authority");
    if (says(targetParts.publicBodies, value)) {
      add("public");
      add(`public:${heard.kind}`);
    }
    if (says(targetParts.noName, value)) add("noName");
    if (view.ends.placeEnd.has(end)) add("placeEnd");
    addWhereabouts(add, value, heard);
    add("length", Math.min(value.length, 10) / 5);
    add("writtenLength", Math.min(written.length, 14) / 7);
    if (written !== value) add("completed");
    for (const kind of kinds) {
      add(`from:${kind}`);
      add(`from:${kind}:${heard.kind}`);
    }
    if (kinds.size === 1 && kinds.has("words")) add("onlyWords");
    if (view.words[firstWord]?.start !== start) add("midLeft");
    if (view.words[lastWord]?.end !== end) add("midRight");
    addWords(add, view.words, firstWord, lastWord);
    if (turn === heard.restatement?.turn) {
      addReadBack(add, heard.restatement, candidate, view, firstWord, lastWord);
    }
    addHead(add, view.words[lastWord], opening);
    add("agentTimes", Math.log(1 + talk.agent.filter(({ text }) => text.includes(value)).length));
    addComplaint(add, turn, start, end);
    addFound(add, value, heard.found);
    addPlaces(add, view.places, candidate);
    addRepeats(add, said, candidate);
    addMarked(add, candidate, elsewhere);
    for (const name of mentioned(value)) add(name);
    return features;
  };
}
