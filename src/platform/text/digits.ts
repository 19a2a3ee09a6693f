import { digitOf } from "./numbers.ts";

/** Digits spoken or written one after the other: plain characters [start, end) read `digits`. */
export type DigitRun = { readonly digits: string; readonly start: number; readonly end: number };

const separators = new Set([" ", "，", "、", "。", "…", ".", "-", "—", ",", "·", "～"]);
const units = new Set(["十", "百", "千", "万"]);

/** How many separators may stand between two digits of one number: 一三九…… 三三零. */
const gapMax = 3;

/**
 * Runs of two or more digits in plain text, also when read in pieces with pauses between (幺三八，四四二零). Numbers with units
 * (三百二十) are no runs.
 */
export function digitRuns(text: string): DigitRun[] {
  const runs: DigitRun[] = [];
  let digits = "";
  let start = 0;
  let end = 0;
  let gap = 0;
  const close = (): void => {
    if (digits.length >= 2) runs.push({ digits, start, end });
    digits = "";
    gap = 0;
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    const digit = digitOf(char);
    if (digit !== null && !units.has(text.charAt(at + 1))) {
      if (digits === "") start = at;
      digits += digit;
      end = at + 1;
      gap = 0;
    } else if (digits !== "" && separators.has(char) && gap < gapMax) {
      gap += 1;
    } else {
      close();
    }
  }
  close();
  return runs;
}

const mobile = /^1[3-9]\d{9}$/;
const landline = /^(?:0\d{2,3}[2-8]\d{6,7}|[2-8]\d{6,7})$/;

/** Whether the digits make a Chinese mobile or landline number (short service numbers such as 12345 are none). */
export function isPhone(digits: string): boolean {
  return mobile.test(digits) || landline.test(digits);
}

/** Whether the digits make a mobile number of eleven digits. */
export function isMobile(digits: string): boolean {
  return mobile.test(digits);
}
