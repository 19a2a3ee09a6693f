import type { Counted } from "./tally.ts";

/** Where the pieces of one text stand on a sheet; `to` exclusive. */
export type Stretch = { from: number; to: number };

/** Hashes with a weight each: a stretch of arrays that all texts of an article share, since a view of its own for each is work to make and to let go. */
export type Weighed = Stretch & { hashes: Int32Array; weights: Float32Array };

/** All pieces of one article side by side: two arrays in place of many small ones, which are as much work as counting. */
export type Sheet = { hashes: Int32Array; weights: Float32Array; used: number };

export const newSheet = (): Sheet => ({ hashes: new Int32Array(1 << 13), weights: new Float32Array(1 << 13), used: 0 });

const logarithms = Float64Array.from({ length: 64 }, (_, times) => 1 + Math.log(Math.max(1, times)));

/** Adds pieces damped by the logarithm, weighed by rarity and brought to norm 1: a dot product is then a cosine. */
export function addUnit(sheet: Sheet, { hashes, times }: Counted, rarity: Float32Array): Stretch {
  const stretch = take(sheet, hashes.length);
  sheet.hashes.set(hashes, stretch.from);
  let sum = 0;
  for (let at = 0; at < hashes.length; at += 1) {
    const count = times[at] ?? 1;
    const damped = logarithms[count] ?? 1 + Math.log(count);
    const weight = Math.fround(damped * (rarity[hashes[at] ?? 0] ?? 0));
    sheet.weights[stretch.from + at] = weight;
    sum += weight * weight;
  }
  const norm = Math.sqrt(sum) || 1;
  for (let at = stretch.from; at < stretch.to; at += 1) sheet.weights[at] = (sheet.weights[at] ?? 0) / norm;
  return stretch;
}

/** Adds pieces with how many times each came. */
export function addTimes(sheet: Sheet, { hashes, times }: Counted): Stretch {
  const stretch = take(sheet, hashes.length);
  sheet.hashes.set(hashes, stretch.from);
  sheet.weights.set(times, stretch.from);
  return stretch;
}

function take(sheet: Sheet, length: number): Stretch {
  const from = sheet.used;
  sheet.used += length;
  if (sheet.used > sheet.hashes.length) {
    const { hashes, weights } = sheet;
    sheet.hashes = new Int32Array(2 * sheet.used);
    sheet.weights = new Float32Array(2 * sheet.used);
    sheet.hashes.set(hashes);
    sheet.weights.set(weights);
  }
  return { from, to: sheet.used };
}

/** Takes what is on the sheet into arrays of its own, and empties the sheet: gives the pieces of any stretch. */
export function takeOff(sheet: Sheet): (stretch: Stretch) => Weighed {
  const hashes = sheet.hashes.slice(0, sheet.used);
  const weights = sheet.weights.slice(0, sheet.used);
  sheet.used = 0;
  return ({ from, to }) => ({ hashes, weights, from, to });
}
