import { dayOf } from "../../parts/time.ts";

export type Unit = "day" | "week" | "month";
export type Span = { from: string; to: string };

const dayMs = 24 * 3_600_000;
const daysInWeek = 7;

const utcMs = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The last `days` days of the city, today in. */
export const lastDays = (days: number, nowMs: number): Span => ({
  from: dayOf(new Date(nowMs - (days - 1) * dayMs).toISOString()),
  to: dayOf(new Date(nowMs).toISOString()),
});

/** The month that today lies in, or so many before it; the present one ends today. */
export function monthOf(before: number, nowMs: number): Span {
  const today = dayOf(new Date(nowMs).toISOString());
  const [year = 0, month = 1] = today.split("-").map(Number);
  const [first, next] = [Date.UTC(year, month - 1 - before, 1), Date.UTC(year, month - before, 1)];
  return { from: dateOf(first), to: before === 0 ? today : dateOf(next - dayMs) };
}

/** The day itself, the Monday of its week, or the first of its month: as the server names periods. */
export function startOf(date: string, unit: Unit): string {
  if (unit === "month") return `${date.slice(0, 7)}-01`;
  if (unit === "day") return date;
  const sinceMonday = (new Date(utcMs(date)).getUTCDay() + daysInWeek - 1) % daysInWeek;
  return dateOf(utcMs(date) - sinceMonday * dayMs);
}

/** Every period from the first to the last day, also those in which nothing happened. */
export function periodsOf({ from, to }: Span, unit: Unit): string[] {
  const periods: string[] = [];
  for (let ms = utcMs(from); ms <= utcMs(to); ms += dayMs) {
    const start = startOf(dateOf(ms), unit);
    if (periods.at(-1) !== start) periods.push(start);
  }
  return periods;
}

/** A period as people say it: `03-05`, `03-02 起一周`, `2026-03`. */
export function periodWords(start: string, unit: Unit): string {
  if (unit === "month") return start.slice(0, 7);
  return unit === "week" ? `${start.slice(5)} 周` : start.slice(5);
}
