import fc from "fast-check";
import { expect, test } from "vitest";
import { fromCell, toCell } from "./spreadsheet-cell.ts";

test.each(["=1+1", "+86", "-1", "@sum", "\t=1", "\r=1", "'=1", "''@x"])("%j is no formula in a cell", (text) => {
  expect(toCell(text)).toMatch(/^'/);
  expect(fromCell(toCell(text))).toBe(text);
});

test("any text comes back from a cell as it went in", () => {
  const signs = fc.string({ unit: fc.constantFrom("'", "=", "-", "甲", "\t", " ") });
  fc.assert(fc.property(fc.oneof(fc.string(), signs), (text) => fromCell(toCell(text)) === text));
});
