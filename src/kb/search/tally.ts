/** Hashes in the order in which each came first, with how many times it came. Good until the next count. */
export type Counted = { hashes: Int32Array; times: Uint16Array };

/** Hashes are numbers below, and pieces are told apart by them alone: of 2^18 a large base fills a half. */
export const buckets = 1 << 18;

/**
 * One count at a time, in as little of these tables as the text needs: a table with a place for every hash does not fit beside the
 * processor. `slots`: by hash, which entry it is, counted from 1.
 */
const slots = new Int32Array(2 * buckets);
const hashes = new Int32Array(buckets);
const times = new Uint16Array(buckets);
const mostCounted = 0xffff;
let mask = 0;

/** Begins a count of no more than so many hashes. */
export function beginTally(most: number): void {
  mask = Math.min(slots.length, 1 << Math.ceil(Math.log2(2 * Math.max(1, most)))) - 1;
}

/** Counts a hash; `found` and the result: how many different ones have come. */
export function tally(hash: number, found: number): number {
  let slot = hash & mask;
  for (let entry = slots[slot] ?? 0; entry !== 0; entry = slots[slot] ?? 0) {
    if (hashes[entry - 1] === hash) {
      const before = times[entry - 1] ?? 0;
      if (before < mostCounted) times[entry - 1] = before + 1;
      return found;
    }
    slot = (slot + 1) & mask;
  }
  slots[slot] = found + 1;
  hashes[found] = hash;
  times[found] = 1;
  return found + 1;
}

/** What was counted; nothing of it is left behind. */
export function endTally(found: number): Counted {
  slots.fill(0, 0, mask + 1);
  return { hashes: hashes.subarray(0, found), times: times.subarray(0, found) };
}
