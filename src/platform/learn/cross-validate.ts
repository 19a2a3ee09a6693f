import { calibrationError, fitTemperature } from "./calibrate.ts";
import { encode } from "./encode.ts";
import { fitRows, type Prepared, prepare, type TrainOptions } from "./fit-rows.ts";
import { accuracyOf, macroF1Of } from "./measure.ts";
import type { LabelledExample } from "./model.ts";
import { seededRandom, shuffled } from "./random.ts";
import { scoresOf, sharesOf } from "./scores.ts";

/** How good a classifier is on rows that it did not learn from. `calibrationError`: mean distance of confidence from truth. */
export type Validation = { accuracy: number; macroF1: number; calibrationError: number; temperature: number };

/** Trains on all folds but one and asks about that one, in turn. Throws RangeError with fewer than two labels. */
export const crossValidate = (rows: readonly LabelledExample[], options: TrainOptions = {}): Validation =>
  crossValidateRows(prepare(rows, options));

/** As `crossValidate`, over rows made ready. */
export function crossValidateRows(prepared: Prepared): Validation {
  const scores = heldOutScores(prepared);
  const { rowLabels, labels } = prepared;
  const temperature = fitTemperature(scores, rowLabels);
  const shares = scores.map((row) => sharesOf(row, temperature));
  const given = Int32Array.from(shares, (row) => row.indexOf(Math.max(...row)));
  return {
    accuracy: accuracyOf(rowLabels, given),
    macroF1: macroF1Of(rowLabels, given, labels.length),
    calibrationError: calibrationError(shares, rowLabels),
    temperature,
  };
}

/** Each row's confidences in the labels (in the order of their characters) by the fold that did not see it. */
export function heldOutConfidences(rows: readonly LabelledExample[], options: TrainOptions = {}): Float64Array[] {
  const prepared = prepare(rows, options);
  const scores = heldOutScores(prepared);
  const temperature = fitTemperature(scores, prepared.rowLabels);
  return scores.map((row) => sharesOf(row, temperature));
}

/** Each row's scores by the fold that did not see it. */
function heldOutScores(prepared: Prepared): Float64Array[] {
  const { counts, options } = prepared;
  const folds = foldOfRows(prepared);
  const held: Float64Array[] = counts.map(() => new Float64Array());
  for (let fold = 0; fold < options.folds; fold += 1) {
    const seen = Int32Array.from(folds.keys()).filter((row) => folds[row] !== fold);
    const fitted = fitRows(prepared, seen);
    counts.forEach((row, at) => {
      if (folds[at] === fold) held[at] = scoresOf(fitted, encode(fitted.vocabulary, row));
    });
  }
  return held;
}

/** Rows dealt out label by label, so that each fold has its share of every label. */
function foldOfRows({ rowLabels, labels, options }: Prepared): Int32Array {
  const dealt = new Int32Array(labels.length);
  const folds = new Int32Array(rowLabels.length);
  for (const row of shuffled(rowLabels.length, seededRandom(options.seed))) {
    const label = rowLabels[row] ?? 0;
    folds[row] = ((dealt[label] ?? 0) + label) % options.folds;
    dealt[label] = (dealt[label] ?? 0) + 1;
  }
  return folds;
}
