import type { Clock } from "../../platform/clock.ts";
import { AppError } from "../../platform/errors.ts";

const windowMs = 60_000;
const attemptsAllowed = 5;
const mostKeys = 10_000;

/**
 * Counts sign-ins of one process by key: the sixth in a minute throws AppError `rate_limited`; `passed` forgets them.
 * An attempt counts when it begins, so that many at once are not let through together.
 */
export function signInLimit(now: Clock) {
  const attempts = new Map<string, { count: number; sinceMs: number }>();
  return {
    attempt(key: string): void {
      const nowMs = now().getTime();
      const known = attempts.get(key);
      const entry = known && nowMs - known.sinceMs < windowMs ? known : { count: 0, sinceMs: nowMs };
      if (entry.count >= attemptsAllowed) throw new AppError("rate_limited", "尝试次数过多，请一分钟后再试");
      attempts.delete(key);
      attempts.set(key, { ...entry, count: entry.count + 1 });
      // The one untouched for longest goes when someone tries endless names.
      if (attempts.size > mostKeys) attempts.delete(attempts.keys().next().value ?? "");
    },
    passed: (key: string) => attempts.delete(key),
  };
}
