import { hasBit, setBit } from "./bits.ts";
import { buckets } from "./tally.ts";

/** A weight for each hash, 0 for most; `filled`: the hashes that have one. */
export type Table = { weights: Float32Array; filled: readonly number[] };

/** All zero. A megabyte that is new for every question costs more than the comparison with an article. */
const free: Float32Array[] = [];
/** Those of eight questions at once. */
const keptAtMost = 56;

export function tableOf(weights: ReadonlyMap<number, number>): Table {
  const dense = free.pop() ?? new Float32Array(buckets);
  for (const [hash, weight] of weights) dense[hash] = weight;
  return { weights: dense, filled: [...weights.keys()] };
}

const marks = 1 << 15;

/** A bit for eight hashes each: 4 KB stay beside the processor where tables of a megabyte do not, and most pieces of an article are not asked. */
export function markAsked(lists: Iterable<ReadonlyMap<number, number>>): Uint32Array {
  const asked = new Uint32Array(marks >>> 5);
  for (const list of lists) for (const hash of list.keys()) setBit(asked, hash & (marks - 1));
  return asked;
}

/** False for a hash that has a weight in none of the lists; true for those that have, and for one in a hundred others. */
export const isAsked = (asked: Uint32Array, hash: number): boolean => hasBit(asked, hash & (marks - 1));

/** Gives tables back, which nobody may read any more. */
export function letGo(tables: Table[]): void {
  for (const { weights, filled } of tables.splice(0)) {
    if (free.length >= keptAtMost) return;
    for (const hash of filled) weights[hash] = 0;
    free.push(weights);
  }
}
