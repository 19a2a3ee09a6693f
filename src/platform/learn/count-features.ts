import type { Example, FeatureSettings } from "./model.ts";

/** How often each hashed feature stands in a text. */
export type Counts = ReadonlyMap<number, number>;

const prime = 0x01000193;
const seed = 0x811c9dc5;
const edge = "\u0002";

/** Spreads what is left in the high bits over all of them (murmur3's last step). */
function mix(hash: number, bits: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> (32 - bits);
}

function saltOf(name: string): number {
  let hash = seed;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), prime);
  return hash;
}

function readable(text: string, { withMarks }: FeatureSettings): string {
  const lower = text.toLowerCase();
  return withMarks ? `${edge}${lower.replace(/\s+/gu, " ")}${edge}` : lower.replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Feature counts of an example. The same words in two fields are two features. An empty text has none. */
export function countFeatures(example: Example, settings: FeatureSettings): Counts {
  const { fields, flags = [] } = typeof example === "string" ? { fields: [example] } : example;
  const counts = new Map<number, number>();
  const add = (hash: number) => {
    const place = mix(hash, settings.hashBits);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  };
  fields.forEach((field, at) => {
    if (field === "") return;
    addGrams(readable(field, settings), saltOf(`field ${at}`), settings.gramLengthMax, add);
    if (settings.withWords) for (const word of field.toLowerCase().split(/\s+/u)) add(saltOf(`word ${at} ${word}`));
  });
  for (const flag of flags) add(saltOf(`flag ${flag}`));
  return counts;
}

function addGrams(text: string, salt: number, lengthMax: number, add: (hash: number) => void): void {
  for (let start = 0; start < text.length; start += 1) {
    const end = Math.min(text.length, start + lengthMax);
    let hash = salt;
    for (let at = start; at < end; at += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at), prime);
      add(hash);
    }
  }
}
