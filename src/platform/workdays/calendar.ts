import { createRequire } from "node:module";
import { z } from "zod";
import { shiftDate, weekday } from "./shanghai.ts";

const Day = z.iso.date();

/** One year's holidays as an official notice gives them (`rules/cities/<city>/holidays.yaml`); replaces the built-in year. */
export const HolidayYear = z.strictObject({
  year: z.int().min(2000).max(2100),
  off: z.array(z.strictObject({ from: Day, to: Day, name: z.string().min(1).optional() })),
  work: z.array(Day),
  source: z.string().min(1),
});
export type HolidayYear = z.infer<typeof HolidayYear>;

/** Days off with the holiday's name ("" where the notice gives none), weekend days that are worked, and the years for which that is known. */
export type WorkCalendar = {
  off: ReadonlyMap<string, string>;
  worked: ReadonlySet<string>;
  years: ReadonlySet<number>;
};

const PackageData = z.object({
  holidays: z.record(z.string(), z.string()),
  workdays: z.record(z.string(), z.string()),
});

/** All days of the given ranges with the range's name, both ends included. */
function daysOf(ranges: HolidayYear["off"]): [day: string, name: string][] {
  const days: [string, string][] = [];
  for (const { from, to, name } of ranges) {
    for (let day = from; day <= to; day = shiftDate(day, 1)) days.push([day, name ?? ""]);
  }
  return days;
}

function readBuiltIn(): WorkCalendar {
  // The package's own functions answer for the wrong day west of UTC (1.5.7), so only its table is read.
  const data = PackageData.parse(createRequire(import.meta.url)("chinese-days/dist/chinese-days.json"));
  // "National Day,国庆节,3"
  const off = new Map(Object.entries(data.holidays).map(([day, words]) => [day, words.split(",")[1] ?? ""]));
  const worked = new Set(Object.keys(data.workdays));
  return { off, worked, years: new Set([...off.keys()].map((day) => Number(day.slice(0, 4)))) };
}

/** China's public holidays and make-up working days as the package chinese-days knows them. */
export const builtInCalendar: WorkCalendar = readBuiltIn();

/** The built-in calendar with whole years replaced by the given notices; no notice gives the built-in one. */
export function workCalendar(notices: readonly HolidayYear[]): WorkCalendar {
  if (notices.length === 0) return builtInCalendar;
  const replaced = new Set(notices.map((notice) => String(notice.year)));
  const isKept = (day: string) => !replaced.has(day.slice(0, 4));
  return {
    off: new Map([
      ...[...builtInCalendar.off].filter(([day]) => isKept(day)),
      ...notices.flatMap((notice) => daysOf(notice.off)),
    ]),
    worked: new Set([...[...builtInCalendar.worked].filter(isKept), ...notices.flatMap((notice) => notice.work)]),
    years: new Set([...builtInCalendar.years, ...notices.map((notice) => notice.year)]),
  };
}

/** Whether `date` (YYYY-MM-DD) is worked: a make-up day, or a weekday that is no holiday. Unknown years go by the weekday alone. */
export function isWorkdayIn(calendar: WorkCalendar, date: string): boolean {
  if (calendar.worked.has(date)) return true;
  if (calendar.off.has(date)) return false;
  const day = weekday(date);
  return day !== 0 && day !== 6;
}
