import { normalise } from "../../platform/text/index.ts";

/** Letters and digits alone, as they are compared: no spaces, marks or markdown. */
export const lettersOf = (text: string): string =>
  normalise(text)
    .text.toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** Every run of `size` characters. A shorter text is its own one. */
export function shinglesOf(letters: string, size: number): Set<string> {
  if (letters.length <= size) return new Set(letters ? [letters] : []);
  const shingles = new Set<string>();
  for (let at = 0; at + size <= letters.length; at += 1) shingles.add(letters.slice(at, at + size));
  return shingles;
}

/** Share of what both have among what either has: 0 to 1. */
export function jaccard(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const shared = sharedCount(left, right);
  const all = left.size + right.size - shared;
  return all ? shared / all : 0;
}

/** Twice what both have by the sum of both: 0 to 1. */
export function dice(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const sum = left.size + right.size;
  return sum ? (2 * sharedCount(left, right)) / sum : 0;
}

function sharedCount(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const [few, many] = left.size < right.size ? [left, right] : [right, left];
  let shared = 0;
  for (const shingle of few) if (many.has(shingle)) shared += 1;
  return shared;
}
