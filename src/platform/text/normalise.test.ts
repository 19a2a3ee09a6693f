import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalise, plainText, sourceWords } from "./normalise.ts";

const spoken = fc.string({
  unit: fc.constantFrom(
    "",
    "我",
    "們",
    "這",
    "裡",
    "１",
    "８",
    "Ａ",
    " ",
    "，",
    ",",
    "呃",
    "嗯",
    "\u200b",
    "😀",
    "a",
    "9",
    "?",
    "臺",
  ),
});

describe("plain text", () => {
  test.each([
    ["這裡著火了", "这里著火了"],
    ["１３８ 1234", "1381234"],
    ["呃，我想问,一下?", "，我想问，一下？"],
    ["8:30 开门", "8:30开门"],
    ["hello world", "hello world"],
  ])("%s becomes %s", (source, text) => {
    expect(normalise(source).text).toBe(text);
  });

  test("the map never points outside the source and never goes back", () => {
    fc.assert(
      fc.property(fc.oneof(spoken, fc.string({ unit: "binary" })), (source) => {
        const plain = normalise(source);
        expect(plain.starts).toHaveLength(plain.text.length);
        expect(plain.ends).toHaveLength(plain.text.length);
        plain.starts.forEach((start, k) => {
          expect(start).toBeGreaterThanOrEqual(k === 0 ? 0 : (plain.starts[k - 1] ?? 0));
          expect(plain.ends[k]).toBeLessThanOrEqual(source.length);
        });
      }),
      { numRuns: 60 },
    );
  }, 20_000);

  test("words taken back by any range are an exact substring of the source", () => {
    fc.assert(
      fc.property(fc.oneof(spoken, fc.string({ unit: "grapheme" })), fc.nat(40), fc.nat(40), (source, from, length) => {
        expect(source).toContain(sourceWords(normalise(source), from, from + length));
      }),
    );
  });

  test("what is plain already stays as it is", () => {
    fc.assert(
      fc.property(spoken, (source) => {
        const once = normalise(source).text;
        expect(normalise(once).text.replaceAll(" ", "")).toBe(once.replaceAll(" ", ""));
      }),
    );
  });

  test("the text alone is the text that keeps its places, whatever the source", () => {
    fc.assert(
      fc.property(fc.oneof(spoken, fc.string({ unit: "binary" })), (source) => {
        expect(plainText(source)).toBe(normalise(source).text);
      }),
    );
  });
});
