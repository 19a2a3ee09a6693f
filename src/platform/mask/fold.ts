import { simplifyChar } from "../text/simplify.ts";

const digits = new Map(
  Object.entries({
    零: "0",
    〇: "0",
    一: "1",
    幺: "1",
    二: "2",
    两: "2",
    三: "3",
    四: "4",
    五: "5",
    六: "6",
    七: "7",
    八: "8",
    九: "9",
  }),
);

/** The digit a character stands for when numbers are read out; null for any other character. */
export const spokenDigit = (char: string): string | null =>
  char >= "0" && char <= "9" ? char : (digits.get(char) ?? null);

/** Half-width, simplified, letters small; every character keeps its place, so offsets hold in the source. */
export function fold(text: string): string {
  let out = "";
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : simplifyChar(char);
    const small = half.toLowerCase();
    out += small.length === char.length ? small : char;
  }
  return out;
}
