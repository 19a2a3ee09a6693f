import type { Rules } from "../platform/rules/index.ts";
import type { GreetingDay } from "../platform/rules/schema/phrases.ts";
import { holidayOf } from "../platform/workdays.ts";

/** Which greeting the day of an instant asks for (S4 附录B.1.2, X15). */
export function greetingDayOf(rules: Pick<Rules, "phrases" | "calendar">, instant: string): GreetingDay {
  const holiday = holidayOf(instant, rules.calendar);
  return rules.phrases.festivals.find((festival) => festival.holiday === holiday)?.day ?? "日常";
}
