import type { Encoded } from "./encode.ts";

/** One row of weights a feature: weight of feature f for label k at `f * labelCount + k`. */
export type Weights = { readonly weights: Float32Array; readonly bias: Float32Array };

/** Scores of every label for an encoded text, written into `scores`. */
export function scoreInto(scores: Float64Array, { weights, bias }: Weights, { features, values }: Encoded): void {
  const labelCount = scores.length;
  for (let label = 0; label < labelCount; label += 1) scores[label] = bias[label] ?? 0;
  for (let at = 0; at < features.length; at += 1) {
    const value = values[at] ?? 0;
    const from = (features[at] ?? 0) * labelCount;
    for (let label = 0; label < labelCount; label += 1)
      scores[label] = (scores[label] ?? 0) + value * (weights[from + label] ?? 0);
  }
}

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
