import { builtInCalendar, isWorkdayIn, type WorkCalendar } from "./workdays/calendar.ts";
import { atShanghai, shanghaiDate, shanghaiTime, shiftDate, shiftInstant } from "./workdays/shanghai.ts";

export { builtInCalendar, HolidayYear, type WorkCalendar, workCalendar } from "./workdays/calendar.ts";
export { atShanghai, instantMs, shanghaiDate, shanghaiTime, shiftDate, shiftInstant } from "./workdays/shanghai.ts";

/** An instant with +08:00, and the years it passed through for which no holidays are known (they went by weekday alone). */
export type WorkInstant = { at: string; missingYears: number[] };

export type TimeUnit = "秒" | "分钟" | "小时" | "工作日" | "自然日";

const unitMs: Record<Exclude<TimeUnit, "工作日">, number> = { 秒: 1e3, 分钟: 6e4, 小时: 36e5, 自然日: 864e5 };

/** Whether `date` (YYYY-MM-DD, Chinese calendar day) is worked, make-up days included. */
export function isWorkday(date: string, calendar: WorkCalendar = builtInCalendar): boolean {
  return isWorkdayIn(calendar, date);
}

/** Name of the public holiday that the day of an instant belongs to (春节, 清明 ...), in Chinese time; null on other days. */
export const holidayOf = (instant: string, calendar: WorkCalendar): string | null =>
  calendar.off.get(shanghaiDate(instant)) || null;

/**
 * The instant `days` working days after `instant`: the day of the start does not count, the time of day stays.
 * From a day off it is the `days`-th working day that follows, likewise at the time of day of the start.
 */
export function addWorkdays(instant: string, days: number, calendar: WorkCalendar = builtInCalendar): WorkInstant {
  const missing = new Set<number>();
  let date = shanghaiDate(instant);
  for (let left = days; left > 0; ) {
    date = shiftDate(date, 1);
    const year = Number(date.slice(0, 4));
    if (!calendar.years.has(year)) missing.add(year);
    if (isWorkdayIn(calendar, date)) left -= 1;
  }
  return { at: atShanghai(date, shanghaiTime(instant)), missingYears: [...missing] };
}

/** The instant `amount` units after `instant`; all units but 工作日 run through nights and holidays. */
export function addTime(
  instant: string,
  amount: number,
  unit: TimeUnit,
  calendar: WorkCalendar = builtInCalendar,
): WorkInstant {
  if (unit === "工作日") return addWorkdays(instant, amount, calendar);
  return { at: shiftInstant(instant, amount * unitMs[unit]), missingYears: [] };
}
