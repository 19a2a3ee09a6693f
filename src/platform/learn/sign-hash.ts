/** Where the hash of a sign begins (FNV-1a; Fowler, Noll and Vo). */
export const hashBasis = 0x811c9dc5;

const prime = 0x01000193;

/** A hash with one more number in it: a character's code, or another hash. */
export const addCode = (hash: number, code: number): number => Math.imul(hash ^ code, prime);

/** A hash with a text in it, code unit by code unit. */
export function addText(hash: number, text: string): number {
  let sum = hash;
  for (let at = 0; at < text.length; at += 1) sum = addCode(sum, text.charCodeAt(at));
  return sum;
}

/** Two numbers that spread hashes; weights are learned with one of them and mean nothing with the other. */
export const spreads = { first: 0x85ebca6b, second: 0x2c1b3c6d } as const;

/** The place of a hash in a table of 2^`bits`: what differs in its high bits alone is spread over all. */
export function tablePlace(hash: number, bits: number, spread: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), spread);
  return (mixed ^ (mixed >>> 13)) & ((1 << bits) - 1);
}
