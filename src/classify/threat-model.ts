import { z } from "zod";
import { shippedOnce, unpackNumbers } from "../platform/learn/index.ts";
import { says } from "../platform/rules/index.ts";
import { spanMax, type Threat } from "./elements/threat.ts";
import type { Talk, Turn } from "./talk/talk.ts";
import { likelihoodOf, type Scores, type Span, scoresOf, spansOf } from "./threat-chain.ts";
import { places, type SignedTurn, signedTurns } from "./threat-signs.ts";

/** The file models/threat/weights.json: what scripts/train-threat.ts writes. */
export const ThreatWeights = z.object({
  version: z.literal(2),
  trainedCalls: z.int(),
  size: z.number().positive(),
  weights: z.string(),
});
export type ThreatWeights = z.infer<typeof ThreatWeights>;

const shippedWeights = shippedOnce("threat/weights.json", (file): Float32Array => {
  const { weights, size } = ThreatWeights.parse(file);
  const numbers = unpackNumbers(weights, size);
  if (numbers.length !== places) throw new Error("models/threat/weights.json does not fit the signs: train it anew");
  return numbers;
});

type ReadTurn = { readonly signed: SignedTurn; readonly scores: Scores; readonly likelihood: number };

/** How a model hears the turns of the caller. */
export type ThreatReading = { readonly turns: readonly ReadTurn[]; readonly likelihood: number };

const readings = new WeakMap<Float32Array, WeakMap<Talk, ThreatReading>>();

/** How likely the caller's turns tell of a threat (附录C.4), 0 to 1 each, and the likeliest of them; null without a model: the rules then stand alone. */
export function readThreats(talk: Talk, weights: Float32Array | null = shippedWeights()): ThreatReading | null {
  if (!weights) return null;
  const read = readings.get(weights) ?? new WeakMap<Talk, ThreatReading>();
  readings.set(weights, read);
  const known = read.get(talk);
  if (known) return known;
  const turns = signedTurns(talk).map((signed) => {
    const scores = scoresOf(signed, weights);
    return { signed, scores, likelihood: likelihoodOf(scores) };
  });
  const reading = { turns, likelihood: turns.reduce((most, turn) => Math.max(most, turn.likelihood), 0) };
  read.set(talk, reading);
  return reading;
}

/** Whether a turn that the agent answers as one does who has heard a threat may be one: a first look, before all turns are read. */
export function mayTell(talk: Talk, weights: Float32Array | null = shippedWeights()): boolean {
  if (weights === null) return false;
  const heeds = Object.values(talk.listening.threatParts.heeds);
  const isHeeding = talk.agent.map(({ text }) => heeds.some((words) => says(words, text)));
  let next = 0;
  const heeded = talk.citizen.filter((turn) => {
    while ((talk.agent[next]?.at ?? Number.POSITIVE_INFINITY) <= turn.at) next += 1;
    return isHeeding[next] === true || isHeeding[next + 1] === true;
  });
  return signedTurns(talk, heeded).some((signed) => likelihoodOf(scoresOf(signed, weights)) >= firstLook);
}

const firstLook = 0.02;

const waysHeeded = new WeakMap<Talk, number>();

/** In how many ways the agent answers as one does who has heard a threat. */
export function heedsOf(talk: Talk): number {
  const known = waysHeeded.get(talk);
  if (known !== undefined) return known;
  const ways = Object.entries(talk.listening.threatParts.heeds).filter(([, words]) =>
    talk.agent.some(({ text }) => says(words, text)),
  );
  const count = Math.max(ways.filter(([name]) => name !== hastens).length, Math.min(ways.length, 1));
  waysHeeded.set(talk, count);
  return count;
}

/** Agents promise haste to soothe any caller: it adds nothing to another way. */
const hastens = "紧急";

/**
 * From this likelihood on a call holds a threat, by how many ways the agent answers as one does who has heard one: in none
 * (then never), in one, in more. Where rules hear words of a threat less will do.
 */
const floors = { unheard: [Number.POSITIVE_INFINITY, 0.12, 0.09], ruled: [0.015, 0.015, 0.006] };

/** Whether a call holds a threat as the model reads it; `isRuled` says that the rules hear words of one. */
export function holdsThreat(talk: Talk, { likelihood }: ThreatReading, isRuled = false): boolean {
  const floor = (isRuled ? floors.ruled : floors.unheard)[Math.min(heedsOf(talk), 2)] ?? Number.POSITIVE_INFINITY;
  return likelihood >= floor;
}

/** So much more a threat counts where it is known that somebody threatens, and each of its pieces with it; raised by steps until one is found. */
const lift = { from: 2.5, step: 0.25, to: 16, inside: 0.2 };

/**
 * The words of the threats of a call in which somebody threatens: what a person would quote. With `isSure` at least one, unless nobody says
 * anything.
 */
export function quotedThreats(talk: Talk, { turns }: ThreatReading, isSure = true): Threat[] {
  for (let more = lift.from; more <= (isSure ? lift.to : lift.from); more += lift.step) {
    const found = turns.flatMap(({ signed, scores }) =>
      rangesOf(signed, spansOf(scores, more, lift.inside * more)).flatMap(({ start, end }) =>
        threatFrom(talk, signed.turn, start, cutEnd(signed, start, end)),
      ),
    );
    if (found.length > 0) return found;
  }
  return [];
}

type Range = { readonly start: number; readonly end: number };

/** The spans in characters; what only a pause parts is one. */
function rangesOf({ units }: SignedTurn, spans: readonly Span[]): Range[] {
  const ranges: Range[] = [];
  for (const { first, last } of spans) {
    const start = units[first]?.unit.start ?? 0;
    const end = units[last]?.unit.end ?? start;
    const before = ranges.at(-1);
    if (before?.end === start) ranges[ranges.length - 1] = { start: before.start, end };
    else ranges.push({ start, end });
  }
  return ranges;
}

/** Where a quote has to end that begins at `start`: at the end of a unit, within the longest quote. */
function cutEnd({ units }: SignedTurn, start: number, end: number): number {
  const longest = start + spanMax;
  if (end <= longest) return end;
  return units.findLast(({ unit }) => unit.end > start && unit.end <= longest)?.unit.end ?? longest;
}

const marks = /[“”"'‘’、：（）\s]/u;

function threatFrom(talk: Talk, turn: Turn, from: number, to: number): Threat[] {
  let start = from;
  let end = to;
  while (start < end && marks.test(turn.text.charAt(start))) start += 1;
  while (end > start && marks.test(turn.text.charAt(end - 1))) end -= 1;
  const lead =
    turn.text
      .slice(Math.max(0, start - tellerReach), start)
      .split(/[。！？]/u)
      .at(-1) ?? "";
  return end > start ? [{ turn, start, end, reported: says(talk.listening.threatParts.tells, lead) }] : [];
}

/** Who tells of somebody else's words says so right before them, in characters. */
const tellerReach = 14;
