import { expect, test } from "vitest";
import { afterHours, fromLocal, toLocal } from "./moments.ts";

test("a moment goes into a field and comes back as the same instant, in the time of the city", () => {
  expect(toLocal("2026-03-05T01:30:00Z")).toBe("2026-03-05T09:30");
  expect(fromLocal("2026-03-05T09:30")).toBe("2026-03-05T09:30:00+08:00");
  expect(fromLocal(toLocal("2026-12-31T23:59:00+08:00"))).toBe("2026-12-31T23:59:00+08:00");
});

test("nothing, and what is half typed, is no moment", () => {
  expect(toLocal(null)).toBe("");
  expect(fromLocal("")).toBeNull();
  expect(fromLocal("2026-03")).toBeNull();
});

test("hours are counted over midnight", () => {
  expect(afterHours(Date.parse("2026-03-05T20:00:00+08:00"), 24)).toBe("2026-03-06T20:00:00+08:00");
});
