const digitValues: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  幺: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const unitValues: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** A digit of a number read digit by digit (幺三八, 138), as one character 0-9; null for anything else. */
export function digitOf(char: string): string | null {
  if (char >= "0" && char <= "9") return char;
  if (char === "两") return null;
  const value = digitValues[char];
  return value === undefined ? null : String(value);
}

/** 二零二五, 幺幺零一: every character one digit. */
function readDigits(text: string): number | null {
  const digits = [...text].map((char) => (char === "两" ? "2" : digitOf(char)));
  return digits.every((digit) => digit !== null) ? Number(digits.join("")) : null;
}

/** Below ten thousand; 一百二 means 120, 两千三 means 2300. */
function readSection(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let lastUnit = 1;
  for (const char of text) {
    const unit = unitValues[char];
    if (unit !== undefined) {
      total += (digit ?? 1) * unit;
      digit = null;
      lastUnit = unit;
    } else if (char === "零" || char === "〇") {
      lastUnit = 1;
    } else {
      const value = digitValues[char];
      if (value === undefined || digit !== null) return null;
      digit = value;
    }
  }
  if (digit === null) return total;
  return total + digit * (lastUnit >= 100 ? lastUnit / 10 : 1);
}

/** A number as spoken (两百三十, 五万八, 幺幺零一) or written (1,200) -> its value; null when it is none. Up to below 100 million. */
export function chineseNumber(written: string): number | null {
  const text = written.replace(/廿/gu, "二十").replace(/卅/gu, "三十");
  if (text === "" || text.length > 12) return null;
  if (/^\d[\d,]*(\.\d+)?$/.test(text)) return Number(text.replaceAll(",", ""));
  const mixed = /^(\d+(?:\.\d+)?)([百千万])$/.exec(text);
  if (mixed?.[1] && mixed[2]) return Number(mixed[1]) * (mixed[2] === "万" ? 10_000 : (unitValues[mixed[2]] ?? 1));
  if (!/[十百千万]/.test(text)) return readDigits(text);
  const [high = "", low = "", ...rest] = text.split("万");
  if (rest.length > 0) return null;
  if (!text.includes("万")) return readSection(text);
  const highValue = readSection(high);
  if (highValue === null || high === "") return null;
  if (low === "") return highValue * 10_000;
  const lowValue = readSection(low);
  if (lowValue === null) return null;
  return highValue * 10_000 + (low.length === 1 ? lowValue * 1000 : lowValue);
}
