import { toShanghaiIso } from "../../../platform/clock.ts";

const day = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const dayAndTime =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?[\sT]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/;
const forEver = /^(长期|长期有效|永久|永久有效|无|-|—|\/)$/;

const dayMs = 24 * 3600 * 1000;
const two = (value: string | undefined) => (value ?? "0").padStart(2, "0");

/**
 * A day or moment as people write it, as ISO in Chinese time; what is none comes back as it is. With `isLast` a day means to its end:
 * 有效期至 3 月 5 日 ends when the 6th begins.
 */
export function momentOf(value: unknown, isLast: boolean): unknown {
  if (typeof value !== "string") return value;
  const words = value.trim();
  if (forEver.test(words)) return null;
  const time = dayAndTime.exec(words);
  if (time) {
    const [, year, month, date, hour, minute, second] = time;
    return real(`${year}-${two(month)}-${two(date)}T${two(hour)}:${two(minute)}:${two(second)}+08:00`) ?? value;
  }
  const only = day.exec(words);
  if (!only) return value;
  const start = real(`${only[1]}-${two(only[2])}-${two(only[3])}T00:00:00+08:00`);
  if (!start) return value;
  return isLast ? nextDay(start) : start;
}

/** Null for the 31st of February. */
function real(iso: string): string | null {
  const ms = Date.parse(iso);
  return Number.isNaN(ms) || shanghai(ms) !== iso ? null : iso;
}

const nextDay = (iso: string) => shanghai(Date.parse(iso) + dayMs);
const shanghai = (ms: number) => toShanghaiIso(new Date(ms));
