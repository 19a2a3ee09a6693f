import type { Counts } from "./count-features.ts";

/** The features a model knows: where each stands in its weights, and how rare it is. */
export type Vocabulary = { readonly places: Int32Array; readonly rarity: Float32Array; readonly at: Int32Array };

/** A text as numbers: feature indexes and their values, of length 1 together. */
export type Encoded = { readonly features: Int32Array; readonly values: Float32Array };

const unknown = -1;

/** Looks up features by their hashed place. `places` in any order; `hashBits` as in the model's settings. */
export function vocabularyOf(places: Int32Array, rarity: Float32Array, hashBits: number): Vocabulary {
  const at = new Int32Array(2 ** hashBits).fill(unknown);
  places.forEach((place, feature) => {
    at[place] = feature;
  });
  return { places, rarity, at };
}

/** Keeps the features that stand in at least `rowsMin` texts; rare ones tell more. */
export function fitVocabulary(rows: readonly Counts[], hashBits: number, rowsMin: number): Vocabulary {
  const inRows = new Int32Array(2 ** hashBits);
  for (const row of rows) for (const place of row.keys()) inRows[place] = (inRows[place] ?? 0) + 1;
  const kept: number[] = [];
  inRows.forEach((count, place) => {
    if (count >= rowsMin) kept.push(place);
  });
  // Frequent features first: their weights then lie together, where the processor keeps them at hand.
  kept.sort((one, other) => (inRows[other] ?? 0) - (inRows[one] ?? 0) || one - other);
  const rarity = Float32Array.from(kept, (place) => Math.log((1 + rows.length) / (1 + (inRows[place] ?? 0))) + 1);
  return vocabularyOf(Int32Array.from(kept), rarity, hashBits);
}

/** Known features of a text, weighed by how often they stand in it and how rare they are elsewhere. */
export function encode({ at, rarity }: Vocabulary, counts: Counts): Encoded {
  const features: number[] = [];
  const values: number[] = [];
  let squares = 0;
  for (const [place, count] of counts) {
    const feature = at[place] ?? unknown;
    if (feature === unknown) continue;
    const value = (1 + Math.log(count)) * (rarity[feature] ?? 0);
    features.push(feature);
    values.push(value);
    squares += value * value;
  }
  const length = Math.sqrt(squares);
  return { features: Int32Array.from(features), values: Float32Array.from(values, (value) => value / length) };
}
