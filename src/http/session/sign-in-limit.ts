import type { Clock } from "../../platform/clock.ts";
import { rateLimit } from "../rate-limit.ts";

/** Counts sign-ins of one process by key: the sixth in a minute throws AppError `rate_limited`; `passed` forgets them. */
export const signInLimit = (now: Clock) =>
  rateLimit(now, { allowed: 5, windowMs: 60_000, words: "尝试次数过多，请一分钟后再试" });
