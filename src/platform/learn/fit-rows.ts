import { type Counts, countFeatures } from "./count-features.ts";
import { encode, fitVocabulary, type Vocabulary } from "./encode.ts";
import { fitWeights } from "./fit-weights.ts";
import { defaultSettings, type FeatureSettings, type LabelledExample } from "./model.ts";
import type { Weights } from "./scores.ts";

export type TrainOptions = {
  readonly settings?: FeatureSettings;
  /** A feature counts when it stands in this many rows; by default 3, and 1 in small sets. */
  readonly rowsMin?: number;
  /** How much an error costs against large weights. */
  readonly errorCost?: number;
  /** 0: every row costs alike, 1: every label costs alike. */
  readonly balance?: number;
  readonly folds?: number;
  readonly seed?: number;
};

/** Rows made ready: features counted once, labels as numbers. */
export type Prepared = {
  readonly counts: readonly Counts[];
  readonly rowLabels: Int32Array;
  readonly labels: readonly string[];
  readonly options: Required<TrainOptions>;
};

const smallSetRows = 300;
const largeSetRows = 3000;

function complete(options: TrainOptions, rowCount: number): Required<TrainOptions> {
  return {
    settings: defaultSettings,
    rowsMin: rowCount < smallSetRows ? 1 : 3,
    errorCost: 3,
    balance: 0,
    folds: rowCount < largeSetRows ? 5 : 3,
    seed: 1,
    ...options,
  };
}

/** Counts features and numbers the labels (in the order of their characters). Throws RangeError with fewer than two labels. */
export function prepare(rows: readonly LabelledExample[], options: TrainOptions): Prepared {
  const labels = [...new Set(rows.map(({ label }) => label))].sort();
  if (labels.length < 2) throw new RangeError("a classifier needs rows of at least two labels");
  const numbers = new Map(labels.map((label, at) => [label, at]));
  const all = complete(options, rows.length);
  return {
    counts: rows.map(({ example }) => countFeatures(example, all.settings)),
    rowLabels: Int32Array.from(rows, ({ label }) => numbers.get(label) ?? 0),
    labels,
    options: all,
  };
}

const epochsMax = 8;

/** Fits vocabulary and weights to some of the prepared rows. */
export function fitRows(
  { counts, rowLabels, labels, options }: Prepared,
  rows: Int32Array,
): Weights & { vocabulary: Vocabulary } {
  const chosen = Array.from(rows, (row) => counts[row] ?? new Map<number, number>());
  const vocabulary = fitVocabulary(chosen, options.settings.hashBits, options.rowsMin);
  const encoded = chosen.map((each) => encode(vocabulary, each));
  const own = rows.map((row) => rowLabels[row] ?? 0);
  const errorCosts = sharesOfLabels(own, labels.length).map(
    (share) => options.errorCost * (share > 0 ? 1 / (share * labels.length) : 1) ** options.balance,
  );
  const featureCount = vocabulary.places.length;
  const fitted = fitWeights(encoded, own, {
    labelCount: labels.length,
    featureCount,
    errorCosts,
    epochsMax,
    seed: options.seed,
  });
  return { ...fitted, vocabulary };
}

/** How often each label stands in the rows. */
export function sharesOfLabels(rowLabels: Int32Array, labelCount: number): Float32Array {
  const shares = new Float32Array(labelCount);
  for (const label of rowLabels) shares[label] = (shares[label] ?? 0) + 1 / rowLabels.length;
  return shares;
}
