import { expect, test } from "vitest";
import { lastDays, monthOf, periodsOf, startOf } from "./periods.ts";

test("periods without anything in them are there, and a week begins on its Monday over the turn of a year", () => {
  expect(periodsOf({ from: "2026-12-30", to: "2027-01-02" }, "day")).toHaveLength(4);
  expect(periodsOf({ from: "2026-12-30", to: "2027-01-05" }, "week")).toEqual(["2026-12-28", "2027-01-04"]);
  expect(periodsOf({ from: "2026-11-30", to: "2027-01-05" }, "month")).toEqual([
    "2026-11-01",
    "2026-12-01",
    "2027-01-01",
  ]);
  expect(startOf("2027-01-03", "week")).toBe("2026-12-28");
});

test("spans of days are the city's: late evening of UTC is tomorrow there", () => {
  const late = Date.parse("2026-11-22T17:00:00Z");
  expect(lastDays(7, late)).toEqual({ from: "2026-11-17", to: "2026-11-23" });
  expect(monthOf(0, late)).toEqual({ from: "2026-11-01", to: "2026-11-23" });
  expect(monthOf(1, Date.parse("2026-01-15T04:00:00Z"))).toEqual({ from: "2025-12-01", to: "2025-12-31" });
});
