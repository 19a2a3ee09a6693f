import { chineseNumber } from "./numbers.ts";

/** A time of day in words. `hour` is as said when `period` is null: whether before or after noon is then open. */
export type ClockWords = {
  readonly start: number;
  readonly end: number;
  readonly period: string | null;
  readonly hour: number;
  readonly minute: number;
};

const count = "[0-9零〇一二两三四五六七八九十]{1,3}";
const periods =
  "凌晨|清晨|大清早|一大早|一早|早上|早晨|早起|上午|头晌|中午|下午|后半晌|后晌|傍晚|擦黑|晚上|夜里|半夜|深夜|夜间|晚";
const source = `(?<period>${periods})?(?<hour>${count})(?:点(?!水[那这旁的偏，])|时(?=${count}分)|:(?=\\d\\d))(?:(?<half>半)|(?<quarter>[一三])刻|(?<minute>${count})分?|(?<vague>多|来)?钟?)?`;
const expression = new RegExp(source, "gu");
const afternoon = /下午|后半?晌|傍晚|擦黑|晚上|夜里|晚|夜间/u;

function minuteOf(groups: Readonly<Record<string, string | undefined>>): number {
  if (groups.half) return 30;
  if (groups.quarter) return groups.quarter === "三" ? 45 : 15;
  // 两点零五六: five or six past two.
  const minute = /^[零〇0][一二三四五六七八九]{2}$/u.test(groups.minute ?? "")
    ? groups.minute?.slice(0, 2)
    : groups.minute;
  return minute ? (chineseNumber(minute) ?? 0) : 0;
}

/** Hours as the period says them: 下午两点 is 14, 晚上十点 is 22, 中午一点 is 13. */
export function hourOfDay(period: string | null, hour: number): number {
  if (period === null) return hour;
  if (period === "中午") return hour <= 2 ? hour + 12 : hour;
  if (afternoon.test(period)) return hour < 12 && hour > (period === "夜里" ? 4 : 0) ? hour + 12 : hour;
  return hour === 12 && /半夜|凌晨|深夜/u.test(period) ? 0 : hour;
}

/** 一点 without more is "a little" (差一点, 快一点), not one o'clock. */
function isLittle(words: string, period: string | undefined): boolean {
  return words === "一点" && period === undefined;
}

/** Times of day in plain text, in text order. */
export function findClocks(text: string): ClockWords[] {
  const found: ClockWords[] = [];
  for (const match of text.matchAll(expression)) {
    const groups = match.groups ?? {};
    const hour = chineseNumber(groups.hour ?? "");
    const minute = minuteOf(groups);
    if (hour === null || hour > 24 || minute > 59 || isLittle(match[0], groups.period)) continue;
    found.push({ start: match.index, end: match.index + match[0].length, period: groups.period ?? null, hour, minute });
  }
  return found;
}
