import type { Encoded } from "./encode.ts";
import { seededRandom, shuffled } from "./random.ts";
import { scoreInto, type Weights } from "./scores.ts";

export type FitOptions = {
  readonly labelCount: number;
  readonly featureCount: number;
  /** How much an error costs against large weights, for each label. */
  readonly errorCosts: Float32Array;
  readonly epochsMax: number;
  readonly seed: number;
};

/** An epoch in which no dual variable moved by more than this share of the first one's largest move ends the fit. */
const settled = 0.02;

/**
 * A linear separator for each label against all others (squared hinge, L2) by dual coordinate descent (Hsieh et al. 2008), all
 * labels in one pass over a text. It needs no learning rate, and the same rows, options and seed give the same weights.
 */
export function fitWeights(rows: readonly Encoded[], labels: Int32Array, options: FitOptions): Weights {
  const { labelCount, featureCount, epochsMax } = options;
  const fitted = { weights: new Float32Array(featureCount * labelCount), bias: new Float32Array(labelCount) };
  const duals = new Float32Array(rows.length * labelCount);
  const work = { scores: new Float64Array(labelCount), moves: new Float64Array(labelCount) };
  const random = seededRandom(options.seed);
  let firstMove = 0;
  for (let epoch = 0; epoch < epochsMax; epoch += 1) {
    let largestMove = 0;
    for (const row of shuffled(rows.length, random)) {
      const encoded = rows[row];
      if (!encoded) continue;
      scoreInto(work.scores, fitted, encoded);
      const moved = moveDuals(duals, row, labels[row] ?? 0, work, options.errorCosts);
      if (moved === 0) continue;
      largestMove = Math.max(largestMove, moved);
      addRow(fitted, encoded, work.moves);
    }
    if (epoch === 0) firstMove = largestMove;
    if (largestMove <= settled * firstMove) break;
  }
  return fitted;
}

type Work = { readonly scores: Float64Array; readonly moves: Float64Array };

/** A row's values are of length 1 and its bias is 1. */
const rowSquares = 2;

/** The best step for each label's dual variable of a row, into `moves`; gives the largest. */
function moveDuals(
  duals: Float32Array,
  row: number,
  own: number,
  { scores, moves }: Work,
  costs: Float32Array,
): number {
  let largest = 0;
  for (let label = 0; label < scores.length; label += 1) {
    const at = row * scores.length + label;
    const sign = label === own ? 1 : -1;
    const softness = 0.5 / (costs[label] ?? 1);
    const before = duals[at] ?? 0;
    const slope = sign * (scores[label] ?? 0) - 1 + softness * before;
    const after = Math.max(0, before - slope / (rowSquares + softness));
    duals[at] = after;
    moves[label] = (after - before) * sign;
    largest = Math.max(largest, Math.abs(after - before));
  }
  return largest;
}

function addRow({ weights, bias }: Weights, { features, values }: Encoded, moves: Float64Array): void {
  const labelCount = moves.length;
  for (let label = 0; label < labelCount; label += 1) bias[label] = (bias[label] ?? 0) + (moves[label] ?? 0);
  for (let at = 0; at < features.length; at += 1) {
    const value = values[at] ?? 0;
    const from = (features[at] ?? 0) * labelCount;
    for (let label = 0; label < labelCount; label += 1)
      weights[from + label] = (weights[from + label] ?? 0) + value * (moves[label] ?? 0);
  }
}
