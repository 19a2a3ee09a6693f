import { expect, test } from "vitest";
import { wasValid } from "./basis-of-call.ts";

const day = (n: number) => new Date(Date.UTC(2026, 2, n));
const version = { shownFrom: null, shownUntil: null, validFrom: null, validUntil: null };
const calledAt = day(5);

test.each([
  ["always shown and valid", version, true],
  ["superseded after the call", { ...version, shownUntil: day(6) }, true],
  ["superseded before it", { ...version, shownUntil: day(4) }, false],
  ["superseded in that moment", { ...version, shownUntil: day(5) }, false],
  ["published only later", { ...version, shownFrom: day(6) }, false],
  ["published in that moment", { ...version, shownFrom: day(5) }, true],
  ["not yet in force", { ...version, validFrom: day(6) }, false],
  ["out of force", { ...version, validUntil: day(5) }, false],
])("a version %s", (_, fields, expected) => {
  expect(wasValid(fields, calledAt, [calledAt])).toBe(expected);
});

test("a version that came into force during the call, or went out of it, was valid in it", () => {
  const moments = [day(5), day(7)];
  expect(wasValid({ ...version, validFrom: day(6) }, day(7), moments)).toBe(true);
  expect(wasValid({ ...version, validUntil: day(6) }, day(7), moments)).toBe(true);
  expect(wasValid({ ...version, validFrom: day(8) }, day(7), moments)).toBe(false);
});
