import type { Rules } from "../platform/rules/index.ts";
import {
  addTime,
  atShanghai,
  instantMs,
  shanghaiDate,
  shiftDate,
  shiftInstant,
  type WorkCalendar,
} from "../platform/workdays.ts";

type Policy = Rules["callback"]["policy"];

/** The first moment from `fromMs` on that lies in the daily hours: the start of a span is in, its end is out (S0; R-V10). */
export function hoursFromMs(policy: Policy, fromMs: number): { ms: number; at: string } {
  const from = shiftInstant("1970-01-01T00:00:00Z", fromMs);
  const today = shanghaiDate(from);
  for (const date of [today, shiftDate(today, 1)]) {
    for (const span of policy.hours) {
      const startMs = instantMs(atShanghai(date, span.from));
      if (fromMs >= instantMs(atShanghai(date, span.until))) continue;
      return fromMs <= startMs ? { ms: startMs, at: atShanghai(date, span.from) } : { ms: fromMs, at: from };
    }
  }
  return { ms: fromMs, at: from };
}

/** Whether a moment lies in the daily hours. */
export function isInHours(policy: Policy, instant: string): boolean {
  const ms = instantMs(instant);
  return hoursFromMs(policy, ms).ms === ms;
}

/** When the limit runs out: at the last span's end of its last day; the day after completion is day 1 (S0; R-V10). Null without a limit. */
export function deadlineOf(policy: Policy, completedAt: string, calendar: WorkCalendar): string | null {
  if (!policy.limit) return null;
  const { amount, unit } = policy.limit;
  const day = shanghaiDate(addTime(completedAt, amount, unit === "天" ? "自然日" : unit, calendar).at);
  const until =
    policy.hours
      .map((span) => span.until)
      .sort()
      .at(-1) ?? "18:00";
  return atShanghai(day, until);
}
