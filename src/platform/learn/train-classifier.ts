import { crossValidateRows, type Validation } from "./cross-validate.ts";
import { fitRows, prepare, sharesOfLabels, type TrainOptions } from "./fit-rows.ts";
import type { LabelledExample, Model } from "./model.ts";

export type Training = { readonly model: Model; readonly validation: Validation };

/**
 * Trains a classifier on all rows; cross-validation over the same rows says how good it is and sets its temperature. The same rows,
 * options and seed give the same model. Throws RangeError with fewer than two labels.
 */
export function trainClassifier(rows: readonly LabelledExample[], options: TrainOptions = {}): Training {
  const prepared = prepare(rows, options);
  const validation = crossValidateRows(prepared);
  const { vocabulary, weights, bias } = fitRows(prepared, Int32Array.from(rows.keys()));
  const model: Model = {
    version: 1,
    settings: prepared.options.settings,
    labels: prepared.labels,
    places: vocabulary.places,
    rarity: vocabulary.rarity,
    weights,
    bias,
    labelShares: sharesOfLabels(prepared.rowLabels, prepared.labels.length),
    temperature: validation.temperature,
  };
  return { model, validation };
}
