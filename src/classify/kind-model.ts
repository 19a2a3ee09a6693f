import { z } from "zod";
import type { Kind } from "../orders/index.ts";
import { shippedOnce, unpackNumbers } from "../platform/learn/index.ts";
import { clausesOf } from "../platform/text/index.ts";
import { eachPiece, type KindContext, type KindSigns, kindSigns, type Part, parts, places } from "./kind-signs.ts";
import type { Restatement } from "./talk/restatement.ts";
import type { Talk } from "./talk/talk.ts";

/** The file models/kind/weights.json: what scripts/train-kind.ts writes. */
export const KindWeights = z.object({
  version: z.literal(1),
  trainedCalls: z.int(),
  kinds: z.array(z.string()),
  size: z.number().positive(),
  weights: z.string(),
});
export type KindWeights = z.infer<typeof KindWeights>;

/** What a model has learned: the weight of place p for kind k stands at `p * kinds.length + k`. */
export type KindModel = { readonly kinds: readonly string[]; readonly weights: Float32Array };

const shippedModel = shippedOnce("kind/weights.json", (file): KindModel => {
  const { kinds, weights, size } = KindWeights.parse(file);
  const numbers = unpackNumbers(weights, size);
  if (numbers.length !== places * kinds.length)
    throw new Error("models/kind/weights.json does not fit the signs: train it anew");
  return { kinds, weights: numbers };
});

/** What a model makes of a call: the likelihoods of its kinds as logarithms that need not add up, and how far it is to be heard, 0 to 1. */
export type KindOpinion = { readonly scores: ReadonlyMap<string, number>; readonly share: number };

/** A caller who says no more than `from` characters is left to the rules; from `to` on the model is heard in full. */
const heard = { from: 40, to: 100 };

/**
 * How likely each kind is by words that are like those of past calls. Null for letters, which the model has not learned, for a caller who
 * says but a sentence, and without a model: the rules then stand alone.
 */
export function likeKinds(
  talk: Talk,
  restatement: Restatement | null,
  context: KindContext,
  model: KindModel | null = shippedModel(),
): KindOpinion | null {
  const told = talk.citizen.reduce((sum, { text }) => sum + text.length, 0);
  const share = Math.min(1, (told - heard.from) / (heard.to - heard.from));
  if (!model || share <= 0 || talk.call.direction === "web") return null;
  const scores = scoresFrom(model, kindSigns(talk, restatement, context));
  return { scores: new Map(model.kinds.map((kind, at) => [kind, scores[at] ?? 0])), share };
}

/** The likelihoods of the model's kinds as logarithms that need not add up. */
export function scoresFrom({ kinds, weights }: KindModel, { at, value }: KindSigns): Float64Array {
  const scores = new Float64Array(kinds.length);
  for (let each = 0; each < at.length; each += 1) {
    const place = (at[each] ?? 0) * kinds.length;
    const size = value[each] ?? 0;
    for (let kind = 0; kind < kinds.length; kind += 1)
      scores[kind] = (scores[kind] ?? 0) + size * (weights[place + kind] ?? 0);
  }
  return scores;
}

/** Shorter clauses tell nothing by themselves, in characters. */
const clauseMin = 5;

/** The clause that speaks most for a kind against another; null where none does. */
export function wordsLike(
  talk: Talk,
  restatement: Restatement | null,
  kind: Kind,
  other: Kind,
  model: KindModel | null = shippedModel(),
): string | null {
  if (!model) return null;
  const [own, against] = [model.kinds.indexOf(kind), model.kinds.indexOf(other)];
  const weightOf = (part: Part, text: string): number => {
    let sum = 0;
    let count = 0;
    eachPiece(part, text, (place) => {
      const from = place * model.kinds.length;
      sum += (model.weights[from + own] ?? 0) - (model.weights[from + against] ?? 0);
      count += 1;
    });
    return sum / Math.sqrt(count);
  };
  const told = talk.citizen.map(({ text }) => ({ part: parts.citizen, text }));
  const read = restatement ? [{ part: parts.restatement, text: restatement.turn.text }] : [];
  let best: { words: string; weight: number } | null = null;
  for (const { part, text } of [...told, ...read]) {
    for (const clause of clausesOf(text)) {
      const words = clause.text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
      const weight = words.length < clauseMin ? 0 : weightOf(part, words);
      if (weight > (best?.weight ?? 0)) best = { words, weight };
    }
  }
  return best?.words ?? null;
}
