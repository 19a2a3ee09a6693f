import { createRequire } from "node:module";
import { z } from "zod";
import type { Rules } from "../platform/rules/index.ts";
import type { GreetingDay } from "../platform/rules/schema/phrases.ts";
import { shanghaiDate } from "../platform/workdays.ts";

const Holidays = z.object({ holidays: z.record(z.string(), z.string()) });

// Only the package's table is read: its functions answer for the wrong day west of UTC (1.5.7).
const table = Holidays.parse(createRequire(import.meta.url)("chinese-days/dist/chinese-days.json")).holidays;

/** Name of the public holiday that the day of an instant belongs to (春节, 清明 ...), in Chinese time; null on other days. */
export function holidayOf(instant: string): string | null {
  return table[shanghaiDate(instant)]?.split(",")[1] ?? null;
}

/** Which greeting the day of an instant asks for (S4 附录B.1.2, X15). */
export function greetingDayOf(phrases: Rules["phrases"], instant: string): GreetingDay {
  const holiday = holidayOf(instant);
  return phrases.festivals.find((festival) => festival.holiday === holiday)?.day ?? "日常";
}
