import { expect, test } from "vitest";
import { toShanghaiIso } from "./clock.ts";

test.each([
  ["2026-03-05T16:00:00Z", "2026-03-06T00:00:00+08:00"],
  ["2025-12-31T15:59:59.999Z", "2025-12-31T23:59:59+08:00"],
  ["2028-02-28T16:30:00Z", "2028-02-29T00:30:00+08:00"],
])("%s is %s in China", (instant, local) => {
  expect(toShanghaiIso(new Date(instant))).toBe(local);
  expect(Math.abs(new Date(local).getTime() - new Date(instant).getTime())).toBeLessThan(1000);
});
