import { z } from "zod";
import { shippedOnce } from "../../platform/learn/index.ts";
import type { Turn } from "../talk/talk.ts";
import {
  eachSpan,
  endPlaces,
  hashBits,
  insidePlaces,
  partyMax,
  sentenceOf,
  spanPlaces,
  startPlaces,
  type Worded,
} from "./party-signs.ts";
import { wordsOf } from "./target-words.ts";

/** The file models/party/weights.json: what scripts/train-party.ts writes. `weights` are bytes of `step` each, in base64. */
export const PartyWeights = z.object({
  version: z.literal(1),
  trainedSentences: z.int(),
  none: z.number(),
  step: z.number().positive(),
  weights: z.string(),
});
export type PartyWeights = z.infer<typeof PartyWeights>;

/** The weight of each place of the table, and of "no party here". */
export type PartyModel = { readonly none: number; readonly weights: Float32Array };

/** Reads what scripts/train-party.ts wrote. Throws where it is anything else. */
export function readPartyModel(file: unknown): PartyModel {
  const { none, step, weights } = PartyWeights.parse(file);
  const bytes = Buffer.from(weights, "base64");
  if (bytes.length !== 1 << hashBits) throw new Error(`models/party/weights.json: ${bytes.length} weights`);
  return { none, weights: Float32Array.from(bytes, (_, at) => bytes.readInt8(at) * step) };
}

const shippedModel = shippedOnce("party/weights.json", readPartyModel);

/** A stretch of a sentence and how much more likely it is the party than that none is named (log odds). */
export type PartySpan = { readonly start: number; readonly end: number; readonly odds: number };

/** How a sentence is read: the odds of each stretch, the log of all odds together, and the likeliest stretches, best first. */
export type Parties = {
  readonly oddsOf: (start: number, end: number) => number | undefined;
  readonly all: number;
  readonly best: readonly PartySpan[];
};

const bestCount = 6;

/** Odds that add nothing to what is likely altogether. */
const negligible = -12;

/** Reads every stretch of a sentence. */
export function readParties(worded: Worded, { weights, none: noneOdds }: PartyModel): Parties {
  const sentence = sentenceOf(worded);
  const size = worded.text.length + 1;
  const sumOf = (places: readonly number[]): number => {
    let sum = 0;
    for (const place of places) sum += weights[place] ?? 0;
    return sum;
  };
  const starts = new Float64Array(size);
  const ends = new Float64Array(size);
  const upTo = new Float64Array(size);
  for (let at = 0; at < size; at += 1) {
    starts[at] = sumOf(startPlaces(sentence, at)) - noneOdds;
    ends[at] = sumOf(endPlaces(sentence, at));
    upTo[at + 1] = (upTo[at] ?? 0) + sumOf(insidePlaces(sentence, at));
  }
  const known = new Float64Array(size * (partyMax + 1)).fill(Number.NaN);
  const best: PartySpan[] = [];
  let sum = 1;
  eachSpan(worded.text, (start, end) => {
    const inside = (upTo[end] ?? 0) - (upTo[start] ?? 0);
    const odds = (starts[start] ?? 0) + (ends[end] ?? 0) + inside + sumOf(spanPlaces(sentence, start, end));
    known[start * (partyMax + 1) + end - start] = odds;
    if (odds > negligible) sum += Math.exp(odds);
    if (best.length === bestCount && odds <= (best[bestCount - 1]?.odds ?? 0)) return;
    const rank = best.findIndex((each) => each.odds < odds);
    best.splice(rank < 0 ? best.length : rank, 0, { start, end, odds });
    if (best.length > bestCount) best.pop();
  });
  const oddsOf = (start: number, end: number): number | undefined => {
    const odds = end - start > partyMax ? undefined : known[start * (partyMax + 1) + end - start];
    return odds === undefined || Number.isNaN(odds) ? undefined : odds;
  };
  return { oddsOf, all: Math.log(sum), best };
}

const none: Parties = { oddsOf: () => undefined, all: 0, best: [] };
const read = new WeakMap<Turn, Parties>();

/** How a turn is read; nothing is likely without `models/party/weights.json`. */
export function partiesOf(turn: Turn): Parties {
  const model = shippedModel();
  if (!model) return none;
  const parties = read.get(turn) ?? readParties({ text: turn.text, words: wordsOf(turn) }, model);
  read.set(turn, parties);
  return parties;
}
