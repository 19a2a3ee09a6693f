import { addCode, addText, hashBasis, spreads, tablePlace } from "../platform/learn/index.ts";
import { everyMatch, type Matchers } from "../platform/rules/index.ts";
import type { Talk, Turn } from "./talk/talk.ts";
import { answersOf } from "./threat-answers.ts";
import { type Unit, unitsOf } from "./threat-units.ts";

/** Hashed signs with what each counts. */
export type Signs = { readonly at: readonly number[]; readonly value: readonly number[] };

/** A unit with what speaks for being inside a threat, and what stands at its edge to the unit before. */
export type SignedUnit = { readonly unit: Unit; readonly inside: Signs; readonly edge: Signs };

/** A turn of the caller in signed units, with what holds for the whole turn, and the edge at its end. */
export type SignedTurn = {
  readonly turn: Turn;
  readonly units: readonly SignedUnit[];
  readonly whole: Signs;
  readonly over: Signs;
};

/** One sign weighs apart for each thing it may tell: its place is shifted. */
export const shifts = { begins: 0, goesOn: 2 ** 15, ends: 2 ** 16, throughout: 2 ** 14 } as const;

/** What holds for a whole turn speaks for a threat in it, and but little for any one unit being part of it. */
export const throughoutShare = 0.15;

const placeBits = 17;
/** Signs are hashed to so many places. */
export const places = 2 ** placeBits;

const seedOf = (kind: number): number => addCode(hashBasis, kind);

const placeAt = (hash: number): number => tablePlace(hash, placeBits, spreads.first);

/** What a sign is about: each kind has its own places. */
const kinds = {
  gram: 1,
  before: 2,
  behind: 3,
  own: 4,
  near: 5,
  turn: 6,
  reply: 7,
  said: 8,
  asked: 9,
  later: 10,
  heeded: 11,
  bias: 12,
  break: 13,
  head: 14,
  tail: 15,
  opens: 16,
  closes: 17,
  runsInto: 18,
  runsFrom: 19,
  chance: 20,
} as const;

/** Pieces are taken of so many characters: the same words over and over would weigh the more. */
const gramsMax = 40;

/** As if so many more stood there: few pieces weigh no more than many. */
const gramsFew = 4;

type Adding = { at: number[]; value: number[] };

const add = (to: Adding, kind: number, text: string, value = 1): void => {
  addAt(to, placeAt(addText(seedOf(kind), text)), value);
};

/** Pieces of `lengthMin` to 2 characters, which count less the more there are. */
function addGrams(to: Adding, kind: number, told: string, lengthMin: 1 | 2): void {
  const text = told.slice(0, gramsMax);
  const count = lengthMin === 1 ? 2 * text.length - 1 : text.length - 1;
  if (count < 1) return;
  const value = 1 / Math.sqrt(count + gramsFew);
  const seed = seedOf(kind);
  for (let at = 0; at < text.length; at += 1) {
    const hash = addCode(seed, text.charCodeAt(at));
    if (lengthMin === 1) addAt(to, placeAt(hash), value);
    if (at + 1 < text.length) addAt(to, placeAt(addCode(hash, text.charCodeAt(at + 1))), value);
  }
}

function addAt(to: Adding, place: number, value: number): void {
  to.at.push(place);
  to.value.push(value);
}

type Classes = readonly [string, Matchers][];

/** The classes of words in each unit of a turn. */
function classesOf(classes: Classes, turn: Turn, units: readonly Unit[]): string[][] {
  const found = units.map((): string[] => []);
  for (const [name, words] of classes) {
    let first = 0;
    for (const { index, length } of everyMatch(words, turn.text)) {
      while ((units[first]?.end ?? Number.POSITIVE_INFINITY) <= index) first += 1;
      for (let at = first; (units[at]?.start ?? Number.POSITIVE_INFINITY) < index + length; at += 1) {
        if (found[at]?.at(-1) !== name) found[at]?.push(name);
      }
    }
  }
  return found;
}

/** Turns of the caller in signed units; all of them unless told which, in the order of the call. */
export function signedTurns(talk: Talk, turns: readonly Turn[] = talk.citizen): SignedTurn[] {
  const classes = Object.entries(talk.listening.threatParts.signs);
  const said = answersOf(talk).names;
  const saidFrom = namesFrom(said);
  let next = 0;
  return turns.map((turn) => {
    while ((talk.agent[next]?.at ?? Number.POSITIVE_INFINITY) <= turn.at) next += 1;
    return signTurn(classes, turn, {
      reply: talk.agent[next]?.text ?? "",
      heard: said[next] ?? [],
      asked: said[next - 1] ?? [],
      later: saidFrom[next + 1] ?? [],
    });
  });
}

/** For each of the lists the names in it and in all behind it, each once. */
function namesFrom(lists: readonly (readonly string[])[]): string[][] {
  const all: string[][] = [];
  let behind: string[] = [];
  for (const names of [...lists].reverse()) {
    behind = [...new Set([...names, ...behind])];
    all.push(behind);
  }
  return all.reverse();
}

type Around = {
  readonly reply: string;
  readonly heard: readonly string[];
  readonly asked: readonly string[];
  readonly later: readonly string[];
};

function signTurn(classes: Classes, turn: Turn, around: Around): SignedTurn {
  const units = unitsOf(turn);
  const found = classesOf(classes, turn, units);
  return {
    turn,
    units: units.map((unit, at) => ({
      unit,
      inside: insideSigns(units, found, at, around),
      edge: edgeSigns(units, found, at),
    })),
    whole: wholeSigns(found.flat(), around),
    over: edgeSigns(units, found, units.length),
  };
}

/** What holds for a turn as a whole. */
function wholeSigns(inTurn: readonly string[], { reply, heard, asked, later }: Around): Adding {
  const signs: Adding = { at: [], value: [] };
  add(signs, kinds.bias, "");
  for (const name of new Set(inTurn)) add(signs, kinds.turn, name, 0.5);
  for (const name of heard) add(signs, kinds.said, name);
  for (const name of asked) add(signs, kinds.asked, name);
  for (const name of later) add(signs, kinds.later, name, 0.5);
  addGrams(signs, kinds.reply, reply, 2);
  return signs;
}

function insideSigns(units: readonly Unit[], found: readonly string[][], at: number, { heard }: Around): Signs {
  const signs: Adding = { at: [], value: [] };
  add(signs, kinds.bias, "inside");
  const own = found[at] ?? [];
  addGrams(signs, kinds.gram, units[at]?.text ?? "", 1);
  addGrams(signs, kinds.before, units[at - 1]?.text ?? "", 2);
  addGrams(signs, kinds.behind, units[at + 1]?.text ?? "", 2);
  const near = new Set([at - 2, at - 1, at + 1, at + 2].flatMap((each) => found[each] ?? []));
  for (const name of own) {
    add(signs, kinds.own, name);
    for (const other of heard) add(signs, kinds.heeded, `${name} ${other}`, 0.5);
  }
  for (const name of near) add(signs, kinds.near, name, 0.5);
  return signs;
}

/** What tells whether a threat begins, goes on or has ended before unit `at`. */
function edgeSigns(units: readonly Unit[], found: readonly string[][], at: number): Signs {
  const signs: Adding = { at: [], value: [] };
  const head = units[at]?.text ?? "";
  const tail = units[at - 1]?.text ?? "";
  const mark = units[at]?.break ?? "over";
  add(signs, kinds.break, mark);
  const chance = units[at]?.chance ?? null;
  if (chance !== null) add(signs, kinds.chance, String(chanceSteps.findLastIndex((from) => chance >= from)));
  for (const length of [1, 2, 3]) {
    add(signs, kinds.head, head.slice(0, length), edgeShare);
    add(signs, kinds.tail, tail.slice(-length), edgeShare);
  }
  const runsOn = mark === "none";
  for (const name of found[at] ?? []) add(signs, runsOn ? kinds.runsInto : kinds.opens, name, edgeShare);
  for (const name of found[at - 1] ?? []) add(signs, runsOn ? kinds.runsFrom : kinds.closes, name, edgeShare);
  return signs;
}

const edgeShare = 0.6;
/** From each of these on a mark is likelier by a step. */
const chanceSteps = [0, 0.03, 0.06, 0.12, 0.25, 0.4, 0.6, 0.8, 0.92];
