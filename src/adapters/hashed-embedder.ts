import { plainText } from "../platform/text/index.ts";
import type { Embedder } from "../ports/embedder.ts";

export const hashedDimensions = 512;

/** By length of the n-gram: a single character says little. */
const weights = [0, 0.35, 1, 0.8];
const yieldEvery = 500;

/**
 * The built-in embedder: signed hashing of character n-grams (1 to 3), damped and brought to norm 1. Needs no model and no
 * network, gives the same vector everywhere; text without any character gives a zero vector's stand-in, the first axis.
 */
export function createHashedEmbedder(): Embedder {
  return {
    id: "hashed-ngram-1",
    dimensions: hashedDimensions,
    async embed(texts, { signal }) {
      const vectors: Float32Array[] = [];
      for (const text of texts) {
        if (vectors.length % yieldEvery === yieldEvery - 1) await new Promise<void>((resolve) => setImmediate(resolve));
        signal.throwIfAborted();
        vectors.push(vectorOf(text));
      }
      return vectors;
    },
  };
}

function vectorOf(text: string): Float32Array {
  const vector = new Float32Array(hashedDimensions);
  for (const piece of plainText(text)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u))
    addGrams(vector, piece);
  return unit(vector);
}

/** FNV-1a over code units, one step a character, so the three n-grams that begin at a place share their work. */
function addGrams(vector: Float32Array, piece: string): void {
  for (let from = 0; from < piece.length; from += 1) {
    let hash = 0x811c9dc5;
    for (let length = 1; length <= 3 && from + length <= piece.length; length += 1) {
      hash = Math.imul(hash ^ piece.charCodeAt(from + length - 1), 0x01000193);
      add(vector, mix(hash), weights[length] ?? 0);
    }
  }
}

function add(vector: Float32Array, hash: number, weight: number): void {
  const at = hash & (hashedDimensions - 1);
  vector[at] = (vector[at] ?? 0) + (hash & 0x8000_0000 ? -weight : weight);
}

/** FNV's low bits alone are too regular for short input. */
function mix(hash: number): number {
  const spread = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return spread ^ (spread >>> 15);
}

/** Square roots first: a word said ten times does not drown the rest. */
function unit(vector: Float32Array): Float32Array {
  const damped = vector.map((value) => Math.sign(value) * Math.sqrt(Math.abs(value)));
  const norm = Math.hypot(...damped);
  if (!norm) damped[0] = 1;
  return damped.map((value) => value / (norm || 1));
}
