import { expect, test } from "vitest";
import { addCode, addText, hashBasis, spreads, tablePlace } from "./sign-hash.ts";

test("a text is hashed as its code units are, one by one", () => {
  expect(addText(hashBasis, "路灯")).toBe(addCode(addCode(hashBasis, "路".charCodeAt(0)), "灯".charCodeAt(0)));
});

test.each(Object.values(spreads))("places lie within the table and texts that are alike lie apart (%i)", (spread) => {
  const texts = Array.from({ length: 2000 }, (_, at) => `路灯坏了${at}`);
  const places = texts.map((text) => tablePlace(addText(hashBasis, text), 16, spread));
  expect(places.every((place) => place >= 0 && place < 2 ** 16)).toBe(true);
  expect(new Set(places).size).toBeGreaterThan(1900);
});
