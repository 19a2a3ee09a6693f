import { describe, expect, test } from "vitest";
import { isMonth, monthOf } from "./months.ts";

describe("the month of the screens of quality", () => {
  test("is that of the city, wherever the browser is", () => {
    expect(monthOf(Date.parse("2026-02-28T16:30:00Z"))).toBe("2026-03");
    expect(monthOf(Date.parse("2026-02-28T15:30:00Z"))).toBe("2026-02");
  });

  test("goes over the year's end", () => {
    expect(monthOf(Date.parse("2026-01-15T00:00:00Z"), -1)).toBe("2025-12");
    expect(monthOf(Date.parse("2026-12-31T00:00:00Z"), 1)).toBe("2027-01");
  });

  test("is only one that there is", () => {
    expect(["2026-03", "2026-13", "soon", null].map(isMonth)).toEqual([true, false, false, false]);
  });
});
