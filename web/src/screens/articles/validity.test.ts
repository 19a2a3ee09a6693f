import { expect, test } from "vitest";
import { nearnessOf, validityWords } from "./validity.tsx";

const nowMs = Date.parse("2026-03-05T09:00:00+08:00");
const span = (validFrom: string | null, validUntil: string | null) => ({ validFrom, validUntil });

test("validity is told in words, and what is over or near its end has a colour", () => {
  const told = [
    span(null, null),
    span(null, "2027-01-01T00:00:00+08:00"),
    span(null, "2026-03-05T20:00:00+08:00"),
    span("2026-04-01T00:00:00+08:00", null),
    span(null, "2026-03-05T09:00:00+08:00"),
  ].map((each) => [validityWords(each, nowMs), nearnessOf(each, nowMs)]);
  expect(told).toEqual([
    ["长期", "calm"],
    ["至 2027-01-01", "calm"],
    ["至 03-05 20:00", "soon"],
    ["2026-04-01 起", "soon"],
    ["已于 2026-03-05 失效", "over"],
  ]);
});
