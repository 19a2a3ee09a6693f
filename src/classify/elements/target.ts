import type { Element } from "../../orders/index.ts";
import { everyMatch, firstMatch, says } from "../../platform/rules/index.ts";
import { digitOf } from "../../platform/text/index.ts";
import type { Restatement } from "../talk/restatement.ts";
import { matterTurns, substantialTurns } from "../talk/substance.ts";
import { askedAbout, type Talk, type Turn } from "../talk/talk.ts";
import { notObtained, recorded } from "./element.ts";
import { nameStart, writtenNameStart } from "./place-spans.ts";
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
import type { Threat } from "./threat.ts";

/** Characters before and after the words that tell what part they play. */
const beforeChars = 8;
const afterChars = 10;
/** A second body or person this close to the best one is named too. */
/** A word of so many characters without a name before it is no name of its own. */
const bareMax = 4;
const nearScore = 2.5;
const secondMin = 1.8;
const namedShift = 0.8;
const publicShift = -1.5;
/** A longer name for the same party stands in for it when it scores this close. */
const fullerScore = 2;
const fullerMax = 10;

/** 大货车 is restated as 货车 too. */
function isRestated(value: string, restatement: Restatement | null): boolean {
  const text = restatement?.turn.text ?? "";
  return text.includes(value) || (value.length > 2 && value.length < 4 && text.includes(value.slice(1)));
}

/** What the words around say: complained of and acting or failing, or only turned to, passed by, or asked for help. */
function part(talk: Talk, text: string, start: number, end: number): number {
  const { complained, turnedTo, beside, acts } = talk.listening.targetParts;
  const before = text.slice(Math.max(0, start - beforeChars), start);
  const after = text.slice(end, end + afterChars);
  const accused = says(complained, before) ? 1.5 : 0;
  const acting = says(acts, after) ? 1.2 : 0;
  const visited = says(turnedTo, before) || says(talk.listening.topics.priorHandling.told, text.slice(start, end + 4));
  return accused + acting + (visited ? -1.5 : 0) + (says(beside, after) ? -1.5 : 0);
}

/** The part it plays where the agent reads the matter back. */
function restatedPart(talk: Talk, value: string, restatement: Restatement | null): number {
  const text = restatement?.turn.text ?? "";
  const at = text.indexOf(value);
  return at < 0 ? 0 : Math.max(-1, part(talk, text, at, at + value.length));
}

type Asked = {
  readonly target: ReadonlySet<number>;
  readonly place: ReadonlySet<number>;
  readonly matter: ReadonlySet<number>;
  readonly first: number;
};

function weigh(talk: Talk, candidate: Candidate, restatement: Restatement | null, asked: Asked): Candidate {
  const { turn, start, end } = candidate;
  const restated = isRestated(candidate.value, restatement) ? 1.5 : 0;
  const isAnswer = asked.target.has(turn.at);
  const answer = isAnswer && candidate.kind === "body" ? 1 : 0;
  const aside = !isAnswer && asked.place.has(turn.at) ? -0.6 : 0;
  const opening = turn.at === asked.first ? 0.5 : 0;
  const roles = part(talk, turn.text, start, end) + restatedPart(talk, candidate.value, restatement);
  const late = turn.at * 0.03 + (asked.matter.has(turn.at) || isAnswer ? 0 : 0.6);
  return { ...candidate, score: candidate.score + restated + answer + aside + opening + roles - late };
}

function isBare({ value, turn, start }: Candidate): boolean {
  return value.length <= bareMax && nameStart(turn.text, start) === start;
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

/** 尾号七二九 as it is written: 尾号729. */
function plateText(words: string): string {
  return [...words].map((char) => digitOf(char) ?? char).join("");
}

/** 物业 of 尚品国际 is 尚品国际物业; a car is told by its plate. */
function fullName(talk: Talk, candidate: Candidate, restatement: Restatement | null): string {
  const { estates, inEstate, vehicles, plates } = talk.listening.targetParts;
  const restated = candidate.kind !== "person" && isBare(candidate) ? restatedName(talk, candidate, restatement) : null;
  if (restated) return restated;
  if (says(inEstate, candidate.value)) {
    for (const turn of talk.citizen) {
      const estate = firstMatch(estates, turn.text);
      if (!estate) continue;
      const start = turn.isWritten ? writtenNameStart(turn.text, estate.index) : nameStart(turn.text, estate.index);
      const name = turn.text.slice(start, estate.index + estate.length);
      if (name.length > estate.length) return `${name}${candidate.value}`;
    }
  }
  if (!says(vehicles, candidate.value)) return candidate.value;
  const turns = [...(restatement ? [restatement.turn] : []), ...talk.citizen];
  const plate = turns.flatMap((turn) => everyMatch(plates, turn.text))[0];
  return plate ? `${candidate.value}（${plateText(plate.text)}）` : candidate.value;
}

/** In a letter these are its reader or those it speaks for, not whom it is about. */
const bystander =
  /^(?:书记|局长|主任|居民|业主|住户|老人|村民|乘客|主管|政府|学生|[一二三四五六七八九十0-9]+路)$|没有|不了|上建|委托|反对|[^一]以/u;

/** What is named again and again is what the call is about. */
function repeatedMost(found: readonly Candidate[]): Candidate[] {
  const counts = new Map<string, number>();
  for (const { value } of found) counts.set(value, (counts.get(value) ?? 0) + 1);
  return found.map((each) => ({ ...each, score: each.score + Math.min(3, (counts.get(each.value) ?? 1) - 1) * 0.25 }));
}

function candidatesOf(talk: Talk, restatement: Restatement | null, threats: readonly Threat[]): Candidate[] {
  const repliesAbout = (topic: "target" | "place"): Turn[] =>
    askedAbout(talk, topic).flatMap(({ replies }) => replies.slice(0, 1));
  const replies = new Set(repliesAbout("target"));
  const named = new Set(
    askedAbout(talk, "target").flatMap(({ question, replies }) =>
      says(talk.listening.targetParts.asksName, question.text) ? replies.slice(0, 1) : [],
    ),
  );
  const threatening = threats.map((threat) => threat.turn);
  const turns = substantialTurns(talk).filter((turn) => !threatening.includes(turn));
  const matter = new Set(matterTurns(talk, restatement, 4).map((turn) => turn.at));
  const all: Turn[] = [...turns, ...[...replies].filter((turn) => !turns.includes(turn))];
  const found = all.flatMap((turn) => [
    ...bodies(talk, turn),
    ...called(talk, turn),
    ...people(talk, turn),
    ...things(talk, turn),
    ...(named.has(turn) ? answered(talk, turn) : []),
  ]);
  const places = repliesAbout("place").map((turn) => turn.at);
  const asked = {
    target: new Set([...replies].map((turn) => turn.at)),
    place: new Set(places),
    matter,
    first: turns[0]?.at ?? 0,
  };
  return repeatedMost([
    ...found.filter((each) => !each.turn.isWritten || !bystander.test(each.value)),
    ...subjects(talk, restatement),
    ...suppliers(talk),
  ])
    .map((each) => weigh(talk, each, restatement, asked))
    .sort((a, b) => b.score - a.score);
}

/** 小胖炸串 rather than 炸串. */
function fullest(candidates: readonly Candidate[]): Candidate | undefined {
  const best = candidates[0];
  return (
    candidates.find(
      ({ value, score, kind }) =>
        best !== undefined &&
        kind !== "thing" &&
        value.length > best.value.length &&
        value.length <= fullerMax &&
        value.includes(best.value) &&
        best.score - score <= fullerScore,
    ) ?? best
  );
}

/** 开发商是领秀置业: the one is the other. */
function isSaidToBe(best: Candidate, { turn, start, value }: Candidate): boolean {
  const before = turn.text.slice(Math.max(0, start - best.value.length - 2), start);
  return (
    value !== best.value &&
    [`${best.value}是`, `${best.value}叫`, `${best.value}就是`].some((words) => before.endsWith(words))
  );
}

/** A second party of the matter: the boss beside the company, the name beside the word for the body. */
function second(talk: Talk, best: Candidate, candidates: readonly Candidate[]): Candidate | undefined {
  const { publicBodies } = talk.listening.targetParts;
  const reached = (each: Candidate): number => {
    const named = each.kind !== "thing" && !isBare(each) ? namedShift : 0;
    return each.score + named + (says(publicBodies, each.value) ? publicShift : 0);
  };
  const equal = candidates.find((each) => isSaidToBe(best, each));
  if (equal) return equal;
  return candidates
    .filter((each) => !best.value.includes(each.value) && !each.value.includes(best.value))
    .filter((each) => reached(each) >= secondMin && best.score - reached(each) <= nearScore)
    .sort((left, right) => reached(right) - reached(left))[0];
}

/** The other turns that name it: the agent's restatement first, then the caller's own, since those rest on the same party. */
function saidAgain(talk: Talk, { value, turn }: Candidate, restatement: Restatement | null): Turn[] {
  const turns = [...(restatement ? [restatement.turn] : []), ...talk.citizen];
  return turns.filter((other) => other !== turn && other.text.includes(value));
}

/** 涉及对象: the body, person or thing the matter is about, by the caller's word for it, and the other party close to it. */
export function targetOf(talk: Talk, restatement: Restatement | null, threats: readonly Threat[]): Element {
  const candidates = candidatesOf(talk, restatement, threats);
  const best = fullest(candidates);
  if (!best) return notObtained(talk, "target");
  const other = second(talk, best, candidates);
  const values = [best, ...(other ? [other] : [])].map((each) => fullName(talk, each, restatement));
  return recorded({
    value: values.join("、"),
    turn: best.turn,
    start: best.start,
    end: best.end,
    also: [...(other ? [other.turn] : []), ...saidAgain(talk, best, restatement)],
    why: "来电人说到的单位、人或物",
  });
}
