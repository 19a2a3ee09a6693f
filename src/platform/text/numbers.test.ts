import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digitRuns, isPhone } from "./digits.ts";
import { chineseNumber } from "./numbers.ts";

describe("numbers in words", () => {
  test.each([
    ["两百三十", 230],
    ["五万八", 58_000],
    ["十六万八千四", 168_400],
    ["一千零五", 1005],
    ["一百二", 120],
    ["十二", 12],
    ["幺幺零一", 1101],
    ["二零二五", 2025],
    ["1,200", 1200],
    ["3万", 30_000],
  ])("%s is %d", (words, value) => {
    expect(chineseNumber(words)).toBe(value);
  });

  test.each(["", "三点", "多少", "万", "一二十百"])("%j is no number", (words) => {
    expect(chineseNumber(words)).toBeNull();
  });
});

describe("digits read one by one", () => {
  const spell = (digits: string, letters: string): string =>
    [...digits].map((digit) => letters.charAt(Number(digit))).join("");

  test("any mobile number is read back whole, however it is said or cut", () => {
    const mobile = fc
      .tuple(fc.constantFrom("13", "15", "18", "19"), fc.stringMatching(/^\d{9}$/))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(
        mobile,
        fc.constantFrom("零一二三四五六七八九", "零幺二三四五六七八九", "0123456789"),
        fc.constantFrom("", "，", "……", " "),
        (number, letters, pause) => {
          const said = [number.slice(0, 3), number.slice(3, 7), number.slice(7)]
            .map((part) => spell(part, letters))
            .join(pause);
          expect(digitRuns(`我的电话是${said}。`).map((run) => run.digits)).toEqual([number]);
          expect(isPhone(number)).toBe(true);
        },
      ),
    );
  });

  test.each(["12345", "119", "10086", "00000000000"])("%s is no number to call back", (digits) => {
    expect(isPhone(digits)).toBe(false);
  });
});
