import type { Encoded } from "./encode.ts";

/** One row of weights a feature: weight of feature f for label k at `f * labelCount + k`. */
export type Weights = { readonly weights: Float32Array; readonly bias: Float32Array };

/** The score of one label for an encoded text. A text's own few rows stay at hand while its labels are asked one after the other. */
export function scoreOf({ weights, bias }: Weights, { features, values }: Encoded, label: number): number {
  const labelCount = bias.length;
  let score = bias[label] ?? 0;
  for (let at = 0; at < features.length; at += 1)
    score += (values[at] ?? 0) * (weights[(features[at] ?? 0) * labelCount + label] ?? 0);
  return score;
}

/** Scores of every label for an encoded text. */
export const scoresOf = (weights: Weights, encoded: Encoded): Float64Array =>
  Float64Array.from(weights.bias, (_, label) => scoreOf(weights, encoded, label));

/** Scores as shares that add up to 1: the flatter, the higher the temperature. */
export function sharesOf(scores: ArrayLike<number>, temperature: number): Float64Array {
  const shares = Float64Array.from(scores, (score) => score / temperature);
  const highest = shares.reduce((max, score) => Math.max(max, score), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let at = 0; at < shares.length; at += 1) {
    const share = Math.exp((shares[at] ?? 0) - highest);
    shares[at] = share;
    sum += share;
  }
  return shares.map((share) => share / sum);
}
