import { expect, test } from "vitest";
import { byteRangeOf } from "./byte-range.ts";

test.each([
  ["bytes=0-", { start: 0, end: 99 }],
  ["bytes=10-19", { start: 10, end: 19 }],
  ["bytes=90-500", { start: 90, end: 99 }],
  ["bytes=-10", { start: 90, end: 99 }],
  ["bytes=-500", { start: 0, end: 99 }],
  ["bytes=99-", { start: 99, end: 99 }],
])("%s of 100 bytes", (header, range) => {
  expect(byteRangeOf(header, 100)).toEqual(range);
});

test.each(["bytes=100-", "bytes=-0", "bytes=500-600"])("%s lies outside of 100 bytes", (header) => {
  expect(byteRangeOf(header, 100)).toBe("none");
});

test.each([undefined, "", "bytes=-", "bytes=20-10", "bytes=0-1,5-6", "items=0-1", "bytes=a-b"])(
  "%s is the whole file",
  (header) => {
    expect(byteRangeOf(header, 100)).toBeNull();
  },
);
