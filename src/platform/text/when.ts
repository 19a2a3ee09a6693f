import { instantMs, shanghaiDate, shanghaiTime, shiftDate } from "../workdays/shanghai.ts";
import { lastFew } from "./last-few.ts";
import { type ClockWords, findClocks, hourOfDay } from "./when-clock.ts";
import { type DayWords, findDays } from "./when-day.ts";

/** A time in words: plain characters [start, end). `value` is ISO to the precision known, null when only the words are. */
export type When = {
  readonly start: number;
  readonly end: number;
  readonly value: string | null;
  readonly rank: DayWords["rank"] | "clock";
  /** True when it lies after the start of the call. */
  readonly future: boolean;
  /** True for what happens again and again (每天晚上十点). */
  readonly repeated: boolean;
};

const repeatedBefore = /(?:每天|天天|每晚|每到|每周|每个月|一到|都是|经常|老是|总是|隔三差五.{0,8})(?:都|就)?从?$/u;
const halfDayMs = 12 * 3600 * 1000;
const dayMs = 2 * halfDayMs;

function clockText(hour: number, minute: number): string {
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** Without a part of the day the latest moment not after the call is meant: 七点五十 at 20:40 is 19:50. */
function settleHour(clock: ClockWords, period: string | null, isToday: boolean, startedAt: string): number {
  if (period !== null || clock.hour > 12) return hourOfDay(period, clock.hour);
  if (!isToday) return clock.hour;
  const later = clock.hour === 12 ? 12 : clock.hour + 12;
  return clockText(later, clock.minute) <= shanghaiTime(startedAt).slice(0, 5) ? later : clock.hour;
}

function withDay(day: DayWords, clock: ClockWords, text: string, startedAt: string): When {
  const today = shanghaiDate(startedAt);
  const period = clock.period ?? day.period;
  const hour = settleHour(clock, period, day.value === today, startedAt);
  const isFullDate = day.value !== null && /^\d{4}-\d\d-\d\d$/.test(day.value);
  const date = isFullDate && hour === 24 ? shiftDate(day.value ?? today, 1) : day.value;
  const value = isFullDate ? `${date}T${clockText(hour % 24, clock.minute)}` : day.value;
  return finish({ start: day.start, end: clock.end, value, rank: day.rank }, text, startedAt);
}

/** A time of day alone means the last one before the call, today or at night of the day before, when it lies within twelve hours, or with a part of the day today; else only the words are known. */
function alone(clock: ClockWords, text: string, startedAt: string): When {
  const today = shanghaiDate(startedAt);
  const hour = settleHour(clock, clock.period, true, startedAt) % 24;
  const isBare = clock.period === null && clock.hour <= 12;
  const moments = [
    `${today}T${clockText(hour, clock.minute)}`,
    ...(isBare && clock.hour === 12 ? [`${today}T${clockText(0, clock.minute)}`] : []),
    `${shiftDate(today, -1)}T${clockText(isBare && hour < 12 ? hour + 12 : hour, clock.minute)}`,
  ];
  const value = moments.find((iso) => {
    const agoMs = instantMs(startedAt) - instantMs(`${iso}:00+08:00`);
    const nearMs = clock.period !== null && iso.startsWith(today) ? dayMs : halfDayMs;
    return agoMs >= 0 && agoMs <= nearMs;
  });
  return finish({ start: clock.start, end: clock.end, value: value ?? null, rank: "clock" }, text, startedAt);
}

function finish(part: Pick<When, "start" | "end" | "value" | "rank">, text: string, startedAt: string): When {
  const repeated = repeatedBefore.test(text.slice(Math.max(0, part.start - 14), part.start));
  const now = `${shanghaiDate(startedAt)}T${shanghaiTime(startedAt).slice(0, 5)}`;
  const future = part.value !== null && part.value > now.slice(0, part.value.length);
  return { ...part, value: repeated ? null : part.value, future, repeated };
}

/** Words that name a time, in text order, resolved against the instant of the call (with offset). Days and times of day that stand together are one. */
export function findTimes(text: string, startedAt: string): readonly When[] {
  return timesOf(`${startedAt}\n${text}`);
}

const timesOf = lastFew((key: string): readonly When[] => {
  const startedAt = key.slice(0, key.indexOf("\n"));
  const text = key.slice(startedAt.length + 1);
  const days = findDays(text, startedAt);
  const clocks = findClocks(text).filter(
    (clock) => !days.some((day) => clock.start < day.start && day.start < clock.end),
  );
  const used = new Set<ClockWords>();
  const times = days.map((day): When => {
    const clock = clocks.find(
      (each) => !used.has(each) && each.end > day.end && each.start <= day.end + 2 && each.start >= day.end - 2,
    );
    if (!clock || day.rank === "duration") return finish(day, text, startedAt);
    used.add(clock);
    return withDay(day, clock, text, startedAt);
  });
  const rest = clocks.filter(
    (clock) => !used.has(clock) && !days.some((day) => clock.start < day.end && day.start < clock.end),
  );
  return [...times, ...rest.map((clock) => alone(clock, text, startedAt))].sort((a, b) => a.start - b.start);
});
