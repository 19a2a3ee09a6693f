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

const readings = new WeakMap<Talk, ThreatReading>();

/** How likely the caller's turns tell of a threat (附录C.4), 0 to 1 each, and the likeliest of them; null without a model: the rules then stand alone. */
export function readThreats(talk: Talk, weights: Float32Array | null = shippedWeights()): ThreatReading | null {
  if (!weights) return null;
  const known = readings.get(talk);
  if (known) return known;
  const turns = signedTurns(talk).map((signed) => {
    const scores = scoresOf(signed, weights);
    return { signed, scores, likelihood: likelihoodOf(scores) };
  });
  const reading = { turns, likelihood: turns.reduce((most, turn) => Math.max(most, turn.likelihood), 0) };
  readings.set(talk, reading);
  return reading;
}

/** Whether a turn that the agent answers as one does who has heard a threat may be one: a first look, before all turns are read. */
export function mayTell(talk: Talk, weights: Float32Array | null = shippedWeights()): boolean {
  const heeds = Object.values(talk.listening.threatParts.heeds);
  const heeded = talk.citizen.filter((turn) => {
    const replies = talk.agent.filter(({ at }) => at > turn.at).slice(0, 2);
    return replies.some(({ text }) => heeds.some((words) => says(words, text)));
  });
  return (
    weights !== null && signedTurns(talk, heeded).some((signed) => likelihoodOf(scoresOf(signed, weights)) >= firstLook)
  );
}

const firstLook = 0.02;

/** In how many ways the agent answers as one does who has heard a threat. */
export function heedsOf({ agent, listening }: Talk): number {
  const ways = Object.entries(listening.threatParts.heeds).filter(([, words]) =>
    agent.some(({ text }) => says(words, text)),
  );
  return Math.max(ways.filter(([name]) => name !== hastens).length, Math.min(ways.length, 1));
}

/** Agents promise haste to soothe any caller: it adds nothing to another way. */
const hastens = "紧急";

/**
 * From this likelihood on a call holds a threat, by how many ways the agent answers as one does who has heard one: in none (then never), in one, in more.
 * Where rules hear words of a threat less will do.
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
        threatFrom(talk, signed.turn, start, end),
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

const marks = /[“”"'‘’、：（）\s]/u;

function threatFrom(talk: Talk, turn: Turn, from: number, to: number): Threat[] {
  let start = from;
  let end = Math.min(to, from + spanMax);
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
