import { addCode, hashBasis, spreads, tablePlace } from "../learn/index.ts";

/** Places of the table in which the weights of signs stand; signs share places by their hash. */
export const markHashBits = 18;

const margin = 4;
const outside = 36;
const farStart = 12;
const nearEnd = 8;

const seeds = Array.from({ length: 32 }, (_, kind) => addCode(hashBasis, kind));
const seed = (kind: number): number => seeds[kind] ?? hashBasis;

/** How many signs speak for or against a mark behind a character. */
export const signsPerGap = 22;

/** The characters of a text as codes, with room of no text on either side. */
export function codesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length + 2 * margin).fill(outside);
  for (let at = 0; at < text.length; at += 1) codes[at + margin] = text.charCodeAt(at);
  return codes;
}

/**
 * Writes into `places` where the weights of a mark between characters `gap - 1` and `gap` stand: the pieces of one to four characters around it
 * and how far it lies from either end.
 */
export function writeSigns(codes: Uint16Array, gap: number, places: Int32Array): void {
  const at = (offset: number): number => codes[gap + margin + offset] ?? outside;
  const [d4, d3, d2, d1] = [at(-4), at(-3), at(-2), at(-1)];
  const [u0, u1, u2, u3] = [at(0), at(1), at(2), at(3)];
  let sign = 0;
  const one = (a: number): void => {
    places[sign] = tablePlace(addCode(seed(sign), a), markHashBits, spreads.second);
    sign += 1;
  };
  const two = (a: number, b: number): void => one(addCode(addCode(hashBasis, a), b));
  const three = (a: number, b: number, c: number): void => one(addCode(addCode(addCode(hashBasis, a), b), c));
  const four = (a: number, b: number, c: number, d: number): void =>
    one(addCode(addCode(addCode(addCode(hashBasis, a), b), c), d));
  for (const code of [d3, d2, d1, u0, u1]) one(code);
  two(d3, d2);
  two(d2, d1);
  two(d1, u0);
  two(u0, u1);
  two(u1, u2);
  two(d1, u1);
  two(d2, u0);
  three(d3, d2, d1);
  three(d2, d1, u0);
  three(d1, u0, u1);
  three(u0, u1, u2);
  four(d4, d3, d2, d1);
  four(d2, d1, u0, u1);
  four(u0, u1, u2, u3);
  const size = codes.length - 2 * margin;
  one(Math.min(gap, farStart));
  one(Math.min(size - gap, nearEnd));
  one(gap === size ? 1 : 0);
}
