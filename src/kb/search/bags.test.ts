import { describe, expect, test } from "vitest";
import { countCharacters, countGrams, countPairs, countWords, gramsOfLength, piecesOf, sizeOf } from "./bags.ts";
import { letGo, tableOf } from "./tables.ts";
import type { Counted } from "./tally.ts";

describe("pieces", () => {
  test.each(["，低保、五星卡？补办3天", "𠮷野家😀在a7县。", "……", "", "一 ② ½ é"])(
    "%j is cut where neither letter nor digit stands",
    (plain) => {
      const cut = plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
      const pieces = piecesOf(plain);
      expect(String.fromCharCode(...pieces)).toBe(cut.join("\0"));
      expect(sizeOf(pieces)).toEqual({
        pairs: cut.reduce((sum, { length }) => sum + length - 1, 0),
        singles: cut.filter(({ length }) => length === 1).length,
      });
    },
  );
});

test("grams and pairs do not reach across a mark; a word is hashed as the gram of its characters", () => {
  const pieces = piecesOf("断供，供水");
  const word = countWords(["断供"]).hashes[0];
  expect(countGrams(pieces).hashes).toContain(word);
  expect(countPairs(pieces).hashes).toHaveLength(2);
  expect(countPairs(piecesOf("断供供水")).hashes).toHaveLength(3);
});

test("the characters and pairs of a count of n-grams are those that are counted alone", () => {
  const pieces = piecesOf("供水断供，供水中断");
  const grams = countGrams(pieces);
  const copy = ({ hashes, times }: Counted) => Array.from(hashes, (hash, at) => [hash, times[at]]);
  const [ones, twos] = [copy(gramsOfLength(grams, 1)), copy(gramsOfLength(grams, 2))];
  expect([ones, twos]).toEqual([copy(countCharacters(pieces)), copy(countPairs(pieces))]);
});

test("a piece that comes more often than can be counted stays one piece, and leaves no count behind", () => {
  const many = countCharacters(piecesOf("的".repeat(70_000)));
  expect([many.hashes.length, many.times[0]]).toEqual([1, 65_535]);
  expect([...countCharacters(piecesOf("的")).times]).toEqual([1]);
});

test("a table that was given back holds nothing of the question before", () => {
  const tables = [tableOf(new Map([[7, 2]]))];
  letGo(tables);
  expect(tables).toEqual([]);
  const next = tableOf(new Map([[9, 1]]));
  expect([next.weights[7], next.weights[9]]).toEqual([0, 1]);
});
