import type { Element } from "../../orders/index.ts";
import { everyMatch, firstMatch, says } from "../../platform/rules/index.ts";
import type { Restatement } from "../talk/restatement.ts";
import { matterTurns } from "../talk/substance.ts";
import { askedAbout, type Talk, type Turn } from "../talk/talk.ts";
import { notObtained, recorded } from "./element.ts";
import { nameStart } from "./place-spans.ts";
import { answered, bodies, type Candidate, called, people, suppliers, things } from "./target-candidates.ts";
import type { Threat } from "./threat.ts";

/** Characters before and after the words that tell what part they play. */
const beforeChars = 8;
const afterChars = 10;
/** A second body or person this close to the best one is named too. */
const nearScore = 1;
const secondMin = 2.2;

/** 大货车 is restated as 货车 too. */
function isRestated(value: string, restatement: Restatement | null): boolean {
  const text = restatement?.turn.text ?? "";
  return text.includes(value) || (value.length > 2 && value.length < 4 && text.includes(value.slice(1)));
}

/** What the words around say: complained of and acting, or only turned to, passed by, or asked for help. */
function part(talk: Talk, { turn, start, end }: Candidate): number {
  const { complained, turnedTo, beside, acts } = talk.listening.targetParts;
  const before = turn.text.slice(Math.max(0, start - beforeChars), start);
  const after = turn.text.slice(end, end + afterChars);
  const accused = says(complained, before) ? 1.5 : 0;
  const acting = says(acts, after) ? 0.8 : 0;
  const visited =
    says(turnedTo, before) || says(talk.listening.topics.priorHandling.told, turn.text.slice(start, end + 4));
  return accused + acting + (visited ? -1.5 : 0) + (says(beside, after) ? -1.5 : 0);
}

function weigh(
  talk: Talk,
  candidate: Candidate,
  restatement: Restatement | null,
  answers: ReadonlySet<number>,
): Candidate {
  const restated = isRestated(candidate.value, restatement) ? 1.5 : 0;
  const answer = answers.has(candidate.turn.at) && candidate.kind === "body" ? 1 : 0;
  const late = candidate.turn.at * 0.03;
  return { ...candidate, score: candidate.score + restated + answer + part(talk, candidate) - late };
}

/** 物业 of 尚品国际 is 尚品国际物业; a car is told by its plate. */
function fullName(talk: Talk, candidate: Candidate): string {
  const { estates, inEstate, vehicles, plates } = talk.listening.targetParts;
  if (says(inEstate, candidate.value)) {
    for (const turn of talk.citizen) {
      const estate = firstMatch(estates, turn.text);
      if (!estate) continue;
      const name = turn.text.slice(nameStart(turn.text, estate.index), estate.index + estate.length);
      if (name.length > estate.length) return `${name}${candidate.value}`;
    }
  }
  if (!says(vehicles, candidate.value)) return candidate.value;
  const plate = talk.citizen.flatMap((turn) => everyMatch(plates, turn.text))[0];
  return plate ? `${candidate.value}（${plate.text}）` : candidate.value;
}

function candidatesOf(talk: Talk, restatement: Restatement | null, threats: readonly Threat[]): Candidate[] {
  const replies = new Set(askedAbout(talk, "target").flatMap(({ replies }) => replies.slice(0, 1)));
  const threatening = threats.map((threat) => threat.turn);
  const turns = matterTurns(talk, restatement, 4).filter((turn) => !threatening.includes(turn));
  const all: Turn[] = [...turns, ...[...replies].filter((turn) => !turns.includes(turn))];
  const found = all.flatMap((turn) => [
    ...bodies(talk, turn),
    ...called(talk, turn),
    ...people(talk, turn),
    ...things(talk, turn),
    ...(replies.has(turn) ? answered(talk, turn) : []),
  ]);
  const answers = new Set([...replies].map((turn) => turn.at));
  return [...found, ...talk.turns.flatMap((turn) => suppliers(talk, turn))]
    .map((each) => weigh(talk, each, restatement, answers))
    .sort((a, b) => b.score - a.score);
}

/** A second party of the matter: the boss beside the company. */
function second(best: Candidate, candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.find(
    (each) =>
      each.kind !== "thing" &&
      each.score >= secondMin &&
      best.score - each.score <= nearScore &&
      !best.value.includes(each.value) &&
      !each.value.includes(best.value),
  );
}

/** 涉及对象: the body, person or thing the matter is about, by the caller's word for it, and the other party close to it. */
export function targetOf(talk: Talk, restatement: Restatement | null, threats: readonly Threat[]): Element {
  const candidates = candidatesOf(talk, restatement, threats);
  const best = candidates[0];
  if (!best) return notObtained(talk, "target");
  const other = second(best, candidates);
  const values = [best, ...(other ? [other] : [])].map((each) => fullName(talk, each));
  return recorded({
    value: values.join("、"),
    turn: best.turn,
    start: best.start,
    end: best.end,
    also: other ? [other.turn] : [],
    why: "来电人说到的单位、人或物",
  });
}
