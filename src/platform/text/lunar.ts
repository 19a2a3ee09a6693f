import { shiftDate } from "../workdays/shanghai.ts";
import { chineseNumber } from "./numbers.ts";

const calendar = new Intl.DateTimeFormat("en-u-ca-chinese", { month: "numeric", day: "numeric", timeZone: "UTC" });
const known = new Map<string, string | null>();

/** One lunar year with a leap month, in days, and how many answers are kept. */
const searchMax = 385;
const knownMax = 500;

/** Lunar month and day of an ISO date, as `12-23`; a leap month has its mark (`6bis-1`), so no festival falls into it. */
function lunarOf(date: string): string {
  const parts = calendar.formatToParts(new Date(`${date}T00:00:00Z`));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("month")}-${part("day")}`;
}

/** The last day, today or before, with this lunar month and day; null when there was none within a year. */
export function lastLunarDay(month: number, day: number, today: string): string | null {
  const key = `${today} ${month}-${day}`;
  const cached = known.get(key);
  if (cached !== undefined) return cached;
  let date = today;
  for (let back = 0; back <= searchMax && lunarOf(date) !== `${month}-${day}`; back += 1) date = shiftDate(date, -1);
  const found = lunarOf(date) === `${month}-${day}` ? date : null;
  if (known.size >= knownMax) known.clear();
  known.set(key, found);
  return found;
}

function lastSolarDay(tail: string, today: string): string {
  const year = Number(today.slice(0, 4));
  return `${year}-${tail}` <= today ? `${year}-${tail}` : `${year - 1}-${tail}`;
}

/** 清明 of a year of this century, by the usual formula of the solar terms. */
function lastQingming(today: string): string {
  const inYear = (year: number): string => {
    const short = year % 100;
    return `${year}-04-0${Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4)}`;
  };
  const year = Number(today.slice(0, 4));
  return inYear(year) <= today ? inYear(year) : inYear(year - 1);
}

const lunarDays: Readonly<Record<string, readonly [number, number]>> = {
  春节: [1, 1],
  元宵: [1, 15],
  端午: [5, 5],
  七夕: [7, 7],
  中秋: [8, 15],
  重阳: [9, 9],
  腊八: [12, 8],
  小年: [12, 23],
};
const solarDays: Readonly<Record<string, string>> = {
  元旦: "01-01",
  三八: "03-08",
  妇女: "03-08",
  五一: "05-01",
  劳动: "05-01",
  儿童: "06-01",
  教师: "09-10",
  国庆: "10-01",
  十一: "10-01",
  双十一: "11-11",
  双十二: "12-12",
  圣诞: "12-25",
};
const months: Readonly<Record<string, number>> = { 正: 1, 腊: 12, 冬: 11 };

function monthOf(word: string): number {
  return months[word] ?? chineseNumber(word) ?? 1;
}

/** Day that a festival or lunar date in plain words (小年, 腊月二十三, 正月初六, 除夕, 国庆) fell on last; null for words that fix none. */
export function festivalDay(words: string, today: string): string | null {
  const dated =
    /^(?:农历|阴历|旧历)?(正|腊|冬|[一二三四五六七八九十]{1,2})月(?:初)?([一二三四五六七八九十廿]{1,3})$|^大?年?初([一二三四五六七八九十])$/u.exec(
      words,
    );
  if (dated) {
    const day = chineseNumber((dated[2] ?? dated[3] ?? "").replace("廿", "二十"));
    return day === null ? null : lastLunarDay(monthOf(dated[1] ?? "正"), day, today);
  }
  if (/除夕|年三十/u.test(words)) {
    const eve = shiftDate(lastLunarDay(1, 1, shiftDate(today, 1)) ?? today, -1);
    return eve <= today ? eve : null;
  }
  if (words.startsWith("清明")) return lastQingming(today);
  const lunar = lunarDays[words.slice(0, 2)];
  if (lunar) return lastLunarDay(lunar[0], lunar[1], today);
  const solar = solarDays[words.slice(0, 3)] ?? solarDays[words.slice(0, 2)];
  return solar ? lastSolarDay(solar, today) : null;
}
