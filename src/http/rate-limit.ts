import type { Clock } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";

const mostKeys = 10_000;

/**
 * Counts what one process is asked for by key: more than `allowed` in `windowMs` throws AppError `rate_limited` with `words`.
 * An attempt counts when it begins, so that many at once are not let through together. `passed` forgets a key.
 */
export function rateLimit(now: Clock, limit: { allowed: number; windowMs: number; words: string }) {
  const attempts = new Map<string, { count: number; sinceMs: number }>();
  return {
    attempt(key: string): void {
      const nowMs = now().getTime();
      const known = attempts.get(key);
      const entry = known && nowMs - known.sinceMs < limit.windowMs ? known : { count: 0, sinceMs: nowMs };
      if (entry.count >= limit.allowed) throw new AppError("rate_limited", limit.words);
      attempts.delete(key);
      attempts.set(key, { ...entry, count: entry.count + 1 });
      // The one untouched for longest goes when someone tries endless names.
      if (attempts.size > mostKeys) attempts.delete(attempts.keys().next().value ?? "");
    },
    passed: (key: string) => attempts.delete(key),
  };
}
