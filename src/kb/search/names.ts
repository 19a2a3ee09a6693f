import { hasBit, setBit } from "./bits.ts";

/** Where a name stands in a text; `name` is its number, `end` exclusive. */
export type NameMatch = { name: number; start: number; end: number };

/** Finds every one of many thousand names in a text, overlapping ones too. */
export type NameFinder = (text: string) => NameMatch[];

/** Steps of a tree of letters in one table: `from` the node and `code` the letter lead to `to`. */
type Steps = { from: Int32Array; code: Uint16Array; to: Int32Array; mask: number };

const codes = 1 << 16;

/**
 * How names begin: the node of each first letter; a bit for each of those and for the first two letters, since few pairs of a text begin any
 * name and bits stay beside the processor; and one for letters that are a name by themselves.
 */
type Starts = { first: Int32Array; letters: Uint32Array; pairs: Uint32Array; alone: Uint32Array };

const newStarts = (): Starts => ({
  first: new Int32Array(codes),
  letters: new Uint32Array(codes >>> 5),
  pairs: new Uint32Array(pairBits >>> 5),
  alone: new Uint32Array(codes >>> 5),
});

const pairBits = 1 << 16;
const pairOf = (first: number, second: number): number =>
  (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 16;

/**
 * A finder of names by their place in `names`. A tree in flat tables: articles are read whole for every question on a large base, and a
 * tree of maps takes five times as long.
 */
export function nameFinder(names: readonly string[]): NameFinder {
  const steps = newSteps(names.reduce((sum, name) => sum + name.length, 0));
  const starts = newStarts();
  const { first } = starts;
  const nameOf: number[] = [-1];
  for (const [at, name] of names.entries()) {
    markStart(starts, name);
    let node = 0;
    for (let char = 0; char < name.length; char += 1) {
      const code = name.charCodeAt(char);
      let next = node === 0 ? (first[code] ?? 0) : stepOf(steps, node, code);
      if (next === 0) {
        next = nameOf.push(-1) - 1;
        if (node === 0) first[code] = next;
        else addStep(steps, node, code, next);
      }
      node = next;
    }
    nameOf[node] = at;
  }
  const named = Int32Array.from(nameOf);
  return (text) => findNames(text, starts, steps, named);
}

function markStart({ letters, pairs, alone }: Starts, name: string): void {
  setBit(letters, name.charCodeAt(0));
  if (name.length > 1) setBit(pairs, pairOf(name.charCodeAt(0), name.charCodeAt(1)));
  else setBit(alone, name.charCodeAt(0));
}

function findNames(
  text: string,
  { first, letters, pairs, alone }: Starts,
  steps: Steps,
  nameOf: Int32Array,
): NameMatch[] {
  const found: NameMatch[] = [];
  for (let start = 0; start < text.length; start += 1) {
    const letter = text.charCodeAt(start);
    if (!hasBit(letters, letter)) continue;
    const goesOn = hasBit(pairs, pairOf(letter, text.charCodeAt(start + 1)));
    if (!goesOn && !hasBit(alone, letter)) continue;
    let node = first[letter] ?? 0;
    for (let end = start + 1; node !== 0; end += 1) {
      const name = nameOf[node] ?? -1;
      if (name >= 0) found.push({ name, start, end });
      if (!goesOn) break;
      node = end < text.length ? stepOf(steps, node, text.charCodeAt(end)) : 0;
    }
  }
  return found;
}

/** Four places a step, so that a search meets few others. */
function newSteps(count: number): Steps {
  const size = 1 << Math.ceil(Math.log2(4 * Math.max(1, count)));
  return { from: new Int32Array(size), code: new Uint16Array(size), to: new Int32Array(size), mask: size - 1 };
}

const placeOf = (node: number, code: number, mask: number): number =>
  (Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) & mask;

/** The node that a letter leads to, 0 for none. */
function stepOf({ from, code: letters, to, mask }: Steps, node: number, code: number): number {
  for (let at = placeOf(node, code, mask); to[at] !== 0; at = (at + 1) & mask)
    if (from[at] === node && letters[at] === code) return to[at] ?? 0;
  return 0;
}

function addStep({ from, code: letters, to, mask }: Steps, node: number, code: number, next: number): void {
  let at = placeOf(node, code, mask);
  while (to[at] !== 0) at = (at + 1) & mask;
  from[at] = node;
  letters[at] = code;
  to[at] = next;
}
