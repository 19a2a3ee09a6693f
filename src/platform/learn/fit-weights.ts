import type { Encoded } from "./encode.ts";
import { seededRandom, shuffled } from "./random.ts";
import { scoreOf, type Weights } from "./scores.ts";

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
  const weights = { weights: new Float32Array(featureCount * labelCount), bias: new Float32Array(labelCount) };
  const pairs = rows.length * labelCount;
  const work = { weights, duals: new Float32Array(pairs), asleep: new Uint8Array(pairs), costs: options.errorCosts };
  const random = seededRandom(options.seed);
  let firstMove = 0;
  for (let epoch = 0; epoch < epochsMax; epoch += 1) {
    let largestMove = 0;
    for (const row of shuffled(rows.length, random)) {
      const encoded = rows[row];
      if (encoded) largestMove = Math.max(largestMove, learnRow(work, encoded, row, labels[row] ?? 0));
    }
    if (epoch === 0) firstMove = largestMove;
    if (largestMove <= settled * firstMove) break;
  }
  return weights;
}

type Work = { weights: Weights; duals: Float32Array; asleep: Uint8Array; costs: Float32Array };

/** A row's values are of length 1 and its bias is 1. */
const rowSquares = 2;

/** A row this far on a label's right side is not asked about that label again for some epochs: it has nothing to teach it. */
const farRight = 0.2;
const sleepEpochs = 3;

/** The best step of a row's dual variable for each label; gives the largest. */
function learnRow({ weights, duals, asleep, costs }: Work, encoded: Encoded, row: number, own: number): number {
  let largest = 0;
  for (let label = 0; label < costs.length; label += 1) {
    const at = row * costs.length + label;
    const sleep = asleep[at] ?? 0;
    if (sleep > 0) {
      asleep[at] = sleep - 1;
      continue;
    }
    const sign = label === own ? 1 : -1;
    const softness = 0.5 / (costs[label] ?? 1);
    const before = duals[at] ?? 0;
    const slope = sign * scoreOf(weights, encoded, label) - 1 + softness * before;
    const after = Math.max(0, before - slope / (rowSquares + softness));
    if (after === 0 && slope > farRight) asleep[at] = sleepEpochs;
    if (after === before) continue;
    duals[at] = after;
    addRow(weights, encoded, label, (after - before) * sign);
    largest = Math.max(largest, Math.abs(after - before));
  }
  return largest;
}

function addRow({ weights, bias }: Weights, { features, values }: Encoded, label: number, move: number): void {
  const labelCount = bias.length;
  bias[label] = (bias[label] ?? 0) + move;
  for (let at = 0; at < features.length; at += 1) {
    const place = (features[at] ?? 0) * labelCount + label;
    weights[place] = (weights[place] ?? 0) + (values[at] ?? 0) * move;
  }
}
