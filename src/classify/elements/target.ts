import type { Element } from "../../orders/index.ts";
import { everyMatch, says } from "../../platform/rules/index.ts";
import { chineseNumber, digitOf } from "../../platform/text/index.ts";
import type { Restatement } from "../talk/restatement.ts";
import { substantialTurns } from "../talk/substance.ts";
import { askedAbout, type Talk, type Turn } from "../talk/talk.ts";
import { notObtained, recorded } from "./element.ts";
import { nameStart } from "./place-spans.ts";
import {
  answered,
  bodies,
  type Candidate,
  called,
  people,
  subjects,
  suppliers,
  things,
  withoutLead,
} from "./target-candidates.ts";
import { type Features, featureReader, type Heard } from "./target-features.ts";
import { scoreOf, type TargetWeights, targetWeights } from "./target-weights.ts";
import { wordSpans, wordsOf } from "./target-words.ts";
import type { Threat } from "./threat.ts";

/** A word for a body, person or thing of so many characters is no name of its own. */
const bareMax = 4;
/** A name for the same party stands in for a word for it when it scores this close. */
const namedWithin = 3;
const fullerMax = 10;
/** A thing that needs its place to be told from others: 路灯, 三号机井. */
const thingMax = 6;
/** A letter tells whom it is about near its beginning. */
const writtenChars = 300;

function isBare({ listening }: Talk, { value }: Candidate): boolean {
  const { people, venues } = listening.targetParts;
  return (
    value.length <= bareMax &&
    [listening.organisations, people, venues, listening.things].some((words) =>
      everyMatch(words, value).some(({ length }) => length === value.length),
    )
  );
}

/** 工地 is 瑞和城二期工地 where the agent reads it back so. */
function restatedName(talk: Talk, { value }: Candidate, restatement: Restatement | null): string | null {
  const text = restatement?.turn.text ?? "";
  const at = text.indexOf(value);
  if (at < 0) return null;
  const end = at + value.length;
  const start = withoutLead(talk, text, nameStart(text, at), end);
  const isName = start <= at - 2 && !says(talk.listening.targetParts.noName, text.slice(start, at));
  return isName ? text.slice(start, end) : null;
}

/** 尾号七二九 as it is written: 车牌尾号729. */
function plateText(words: string): string {
  const text = [...words].map((char) => digitOf(char) ?? char).join("");
  if (text.startsWith("尾号")) return `车牌${text}`;
  return /^[0-9]/u.test(text) ? `车牌尾号${text}` : text;
}

/** 枣林村 of the place 枣林村村东头砖窑旁边: its finest name, by which a thing is told from others of its kind. */
function placeName({ found, places }: Heard, turns: readonly Turn[]): string | null {
  const quote = found.place?.quote ?? "";
  for (const turn of turns) {
    const at = quote === "" ? -1 : turn.text.indexOf(quote);
    if (at < 0) continue;
    const here = places.filter((place) => place.turn === turn);
    const names = here.flatMap(({ parts }) =>
      parts.filter(
        ({ kind, end }) => kind === "name" && !parts.some((next) => next.kind === "landmark" && next.end > end),
      ),
    );
    const name = names.find(({ start, end }) => start >= at && end <= at + quote.length);
    if (name) return turn.text.slice(name.start, name.end);
  }
  return null;
}

/** 机井 at 枣林村 is 枣林村机井; a car is told by its plate. */
function fullName(talk: Talk, candidate: Candidate, heard: Heard, isFirst: boolean): string {
  const { restatement } = heard;
  const { value } = candidate;
  const { vehicles, plates, people } = talk.listening.targetParts;
  const restated =
    candidate.kind !== "person" && isBare(talk, candidate) ? restatedName(talk, candidate, restatement) : null;
  if (restated) return restated;
  if (says(vehicles, value)) {
    const turns = [...(restatement ? [restatement.turn] : []), ...talk.citizen];
    const plate = isFirst ? turns.flatMap((turn) => everyMatch(plates, turn.text))[0] : undefined;
    return plate ? `${value}（${plateText(plate.text)}）` : value;
  }
  const isThing = value.length <= thingMax && says(talk.listening.things, value) && !says(people, value);
  const name = isThing && isFirst ? placeName(heard, talk.citizen) : null;
  return name && !areAlike(name, value) ? `${name}${value}` : value;
}

/** In a letter these are its reader or those it speaks for, not whom it is about. */
const bystander =
  /^(?:书记|局长|主任|居民|业主|住户|老人|村民|乘客|主管|政府|学生|[一二三四五六七八九十0-9]+路)$|没有|不了|上建|委托|反对|[^一]以/u;

/** The turns that may name the party: threats tell where they will go, not what it is about. */
function turnsOf(talk: Talk, threats: readonly Threat[]): { turns: Turn[]; named: ReadonlySet<Turn> } {
  const asked = askedAbout(talk, "target").map(({ question, replies }) => ({ question, reply: replies.slice(0, 1) }));
  const replies = asked.flatMap(({ reply }) => reply);
  const asksName = (text: string): boolean => says(talk.listening.targetParts.asksName, text);
  const named = new Set(asked.flatMap(({ question, reply }) => (asksName(question.text) ? reply : [])));
  const threatening = threats.map(({ turn }) => turn);
  const turns = substantialTurns(talk).filter((turn) => !threatening.includes(turn));
  return { turns: [...new Set([...turns, ...replies])], named };
}

/** Stretches of nouns; those across the parts of a place left out. */
function wordCandidates(talk: Talk, heard: Heard, turn: Turn): Candidate[] {
  const text = turn.isWritten ? turn.text.slice(0, writtenChars) : turn.text;
  const parts = heard.places.flatMap((place) => (place.turn === turn ? place.parts : []));
  const crossed = parts.filter(({ kind }) => kind === "landmark" || kind === "unit");
  return wordSpans(wordsOf(turn))
    .filter(({ end }) => end <= text.length)
    .map(({ start, end }) => ({ start: withoutLead(talk, text, start, end), end }))
    .filter(({ start, end }) => end - start >= 2)
    .filter(({ start, end }) => !crossed.some((part) => part.start >= start && part.end < end))
    .map(({ start, end }) => ({ value: text.slice(start, end), turn, start, end, kind: "words" as const }));
}

/** A stretch that may be the party, with every way it was found. */
export type Considered = { readonly candidate: Candidate; readonly features: Features };

/** All that may be the party of a call, each with its signs. */
export function considered(talk: Talk, heard: Heard, threats: readonly Threat[]): Considered[] {
  const { turns, named } = turnsOf(talk, threats);
  const found = [
    ...turns.flatMap((turn) => [
      ...bodies(talk, turn),
      ...called(talk, turn),
      ...people(talk, turn),
      ...things(talk, turn),
      ...(named.has(turn) ? answered(talk, turn) : []),
      ...wordCandidates(talk, heard, turn),
    ]),
    ...(heard.restatement ? wordCandidates(talk, heard, heard.restatement.turn) : []),
    ...subjects(talk, heard.restatement),
    ...suppliers(talk),
  ].filter(({ turn, value }) => value.length >= 2 && !(turn.isWritten && bystander.test(value)));
  const merged = new Map<string, { candidate: Candidate; kinds: Set<string> }>();
  for (const candidate of found) {
    const key = `${candidate.turn.at}:${candidate.start}:${candidate.end}`;
    const known = merged.get(key);
    if (known) known.kinds.add(candidate.kind);
    else merged.set(key, { candidate, kinds: new Set([candidate.kind]) });
  }
  const read = featureReader(talk, heard);
  return [...merged.values()].map(({ candidate, kinds }) => ({ candidate, features: read(candidate, kinds) }));
}

/** Two characters in common make them one party told twice. */
function areAlike(left: string, right: string): boolean {
  for (let at = 0; at + 1 < left.length; at += 1) if (right.includes(left.slice(at, at + 2))) return true;
  return false;
}

/** 四号楼三楼, 十七路 as officials write them. */
function withFigures(text: string): string {
  return text.replace(/[零〇一二两三四五六七八九十百]+(?=号|楼|栋|路|单元|室|层|幢|期)/gu, (words) =>
    String(chineseNumber(words) ?? words),
  );
}

/** Stretches without a list of words behind them, and those only turned to or passed by, are no second party. */
const noSecond = ["onlyWords", "from:subject", "turnedTo", "beside", "public", "inPlaceSpan", "noName"];

type Ranked = Considered & { readonly score: number };

/** 包工头范大海 rather than 包工头, and 好运来 rather than 棋牌室 where the caller said what it is called. */
function byName(talk: Talk, best: Ranked, ranked: readonly Ranked[]): Ranked {
  const { value } = best.candidate;
  const isNear = ({ score }: Ranked): boolean => best.score - score <= namedWithin;
  const fuller = ranked.find(
    (each) =>
      isNear(each) &&
      (each.features.has("from:body") || each.features.has("from:person")) &&
      each.candidate.value.length > value.length &&
      each.candidate.value.length <= fullerMax &&
      each.candidate.value.includes(value),
  );
  const told = ranked.find(
    (each) => each.features.has("from:answered") || (isNear(each) && each.features.has("from:called")),
  );
  return (isBare(talk, best.candidate) ? (told ?? fuller) : fuller) ?? best;
}

/** The party and, where a second stands close to it, that one too; best first. */
function choose(talk: Talk, all: readonly Considered[], weights: TargetWeights): Candidate[] {
  const ranked = all
    .map((each): Ranked => ({ ...each, score: scoreOf(each.features, weights.weights) }))
    .sort((a, b) => b.score - a.score);
  const top = ranked[0];
  if (!top) return [];
  const best = byName(talk, top, ranked);
  const second = ranked.find(
    ({ candidate, features, score }) =>
      top.score - score < weights.secondWithin &&
      !areAlike(candidate.value, best.candidate.value) &&
      !noSecond.some((sign) => features.has(sign)),
  );
  return [best.candidate, ...(second ? [second.candidate] : [])];
}

/** The other turns that name it: the agent's restatement first, then the caller's own, since those rest on the same party. */
function saidAgain(talk: Talk, { value, turn }: Candidate, restatement: Restatement | null): Turn[] {
  const turns = [...(restatement ? [restatement.turn] : []), ...talk.citizen];
  return turns.filter((other) => other !== turn && other.text.includes(value));
}

/** 涉及对象: the body, person or thing the matter is about, by the caller's word for it, and the other party close to it. */
export function targetOf(
  talk: Talk,
  heard: Heard,
  threats: readonly Threat[],
  weights: TargetWeights = targetWeights(),
): Element {
  const [best, other] = choose(talk, considered(talk, heard, threats), weights);
  if (!best) return notObtained(talk, "target");
  const values = [best, ...(other ? [other] : [])].map((each) =>
    withFigures(fullName(talk, each, heard, each === best)),
  );
  return recorded({
    value: values.join("、"),
    turn: best.turn,
    start: best.start,
    end: best.end,
    also: [...(other ? [other.turn] : []), ...saidAgain(talk, best, heard.restatement)],
    why: "来电人说到的单位、人或物",
  });
}
