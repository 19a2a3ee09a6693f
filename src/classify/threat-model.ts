import { z } from "zod";
import { shippedOnce, unpackNumbers } from "../platform/learn/index.ts";
import { says } from "../platform/rules/index.ts";
import { spanMax, spanMin, type Threat } from "./elements/threat.ts";
import type { Talk } from "./talk/talk.ts";
import { callSigns, chanceOf, heededTurns, isHeeded, isTakenToHeart } from "./threat-answers.ts";
import { likelihoodOf, type Scores, type Span, scoresOf, spansOf } from "./threat-chain.ts";
import { places, type SignedTurn, signedTurns } from "./threat-signs.ts";

/** The file models/threat/weights.json: what scripts/train-threat.ts writes. */
export const ThreatWeights = z.object({
  version: z.literal(3),
  trainedCalls: z.int(),
  size: z.number().positive(),
  weights: z.string(),
  call: z.record(z.string(), z.number()),
});
export type ThreatWeights = z.infer<typeof ThreatWeights>;

/** What weighs the signs of turns (threat-signs.ts), and those of a whole call (threat-answers.ts). */
export type ThreatModel = { readonly weights: Float32Array; readonly call: Readonly<Record<string, number>> };

const shippedModel = shippedOnce("threat/weights.json", (file): ThreatModel => {
  const { weights, size, call } = ThreatWeights.parse(file);
  const numbers = unpackNumbers(weights, size);
  if (numbers.length !== places) throw new Error("models/threat/weights.json does not fit the signs: train it anew");
  return { weights: numbers, call };
});

type ReadTurn = { readonly signed: SignedTurn; readonly scores: Scores; readonly likelihood: number };

/** How a model hears the turns of the caller, and how likely it is that the call holds a threat, 0 to 1. */
export type ThreatReading = {
  readonly turns: readonly ReadTurn[];
  readonly likelihood: number;
  readonly chance: number;
};

const readings = new WeakMap<ThreatModel, WeakMap<Talk, ThreatReading>>();

/** How likely the caller's turns tell of a threat (附录C.4), 0 to 1 each, and the call; null without a model: the rules then stand alone. */
export function readThreats(talk: Talk, model: ThreatModel | null = shippedModel()): ThreatReading | null {
  if (!model) return null;
  const read = readings.get(model) ?? new WeakMap<Talk, ThreatReading>();
  readings.set(model, read);
  const known = read.get(talk);
  if (known) return known;
  const turns = signedTurns(talk).map((signed) => {
    const scores = scoresOf(signed, model.weights);
    return { signed, scores, likelihood: likelihoodOf(scores) };
  });
  const likelihoods = turns.map(({ likelihood }) => likelihood);
  const likelihood = likelihoods.reduce((most, each) => Math.max(most, each), 0);
  const reading = { turns, likelihood, chance: chanceOf(callSigns(talk, likelihoods), model.call) };
  read.set(talk, reading);
  return reading;
}

/** Whether a turn that the agent answers as one does who has heard a threat may be one: a first look, before all turns are read. */
export function mayTell(talk: Talk, model: ThreatModel | null = shippedModel()): boolean {
  if (!model || !isHeeded(talk)) return false;
  const heeded = signedTurns(talk, heededTurns(talk));
  return heeded.some((signed) => likelihoodOf(scoresOf(signed, model.weights)) >= firstLook);
}

const firstLook = 0.008;

/**
 * So likely a call holds a threat where the agent heeds one; where rules hear words of one the likelihood of the likeliest turn does
 * as well, less of it where the agent takes it to heart.
 */
const floors = { heeded: 0.6, ruled: 0.2, told: 0.02, toldToHeart: 0.006 };

/** Whether a call holds a threat as the model reads it; `isRuled` says that the rules hear words of one. */
export function holdsThreat(talk: Talk, { likelihood, chance }: ThreatReading, isRuled = false): boolean {
  if (isRuled) return chance >= floors.ruled || likelihood >= (isTakenToHeart(talk) ? floors.toldToHeart : floors.told);
  return isHeeded(talk) && chance >= floors.heeded;
}

/** So much more a threat counts where it is known that somebody threatens, and each of its pieces with it; raised by steps until one is found. */
const lift = { from: 2.75, step: 0.25, to: 16, inside: 0.2 };

/**
 * The words of the threats of a call in which somebody threatens: what a person would quote. With `isSure` at least one, unless nobody says
 * anything.
 */
export function quotedThreats(talk: Talk, { turns }: ThreatReading, isSure = true): Threat[] {
  for (let more = lift.from; more <= (isSure ? lift.to : lift.from); more += lift.step) {
    const found = turns.flatMap(({ signed, scores }) =>
      spansOf(scores, more, lift.inside * more).flatMap((span) => threatFrom(talk, signed, span)),
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** Where a quote has to end that begins at `start`: at the end of a unit, within the longest quote. */
function cutEnd({ units }: SignedTurn, start: number, end: number): number {
  const longest = start + spanMax;
  if (end <= longest) return end;
  return units.findLast(({ unit }) => unit.end > start && unit.end <= longest)?.unit.end ?? longest;
}

const marks = /[“”"'‘’、：（）\s]/u;

function threatFrom(talk: Talk, signed: SignedTurn, { first, last }: Span): Threat[] {
  const { turn, units } = signed;
  let start = units[first]?.unit.start ?? 0;
  let end = cutEnd(signed, start, units[last]?.unit.end ?? start);
  while (start < end && marks.test(turn.text.charAt(start))) start += 1;
  while (end > start && marks.test(turn.text.charAt(end - 1))) end -= 1;
  const lead =
    turn.text
      .slice(Math.max(0, start - tellerReach), start)
      .split(/[。！？]/u)
      .at(-1) ?? "";
  return end - start >= (/^[我俺]/u.test(turn.text.slice(start, end)) ? 1 : spanMin)
    ? [{ turn, start, end, reported: says(talk.listening.threatParts.tells, lead) }]
    : [];
}

/** Who tells of somebody else's words says so right before them, in characters. */
const tellerReach = 14;
