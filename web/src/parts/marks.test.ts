import { describe, expect, test } from "vitest";
import { markQuotes, quotedWords } from "./marks.ts";

const shown = (text: string, quotes: string[]) =>
  markQuotes(text, quotes)
    .map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
    .join("");

describe("marking the words a field rests on", () => {
  test("marks the exact words and loses none of the others", () => {
    expect(shown("我住望湖花园3号楼，就在望湖花园", ["望湖花园3号楼"])).toBe("我住[望湖花园3号楼]，就在望湖花园");
  });

  test("marks every place, and overlapping words as one", () => {
    expect(shown("吵吵闹闹吵", ["吵"])).toBe("[吵吵]闹闹[吵]");
    expect(shown("昨天晚上十点", ["昨天晚上", "晚上十点"])).toBe("[昨天晚上十点]");
  });

  test("marks nothing without a quote, in an empty text, or for words that are not there", () => {
    expect(shown("您好", ["", "再见"])).toBe("您好");
    expect(markQuotes("", ["您好"])).toEqual([]);
  });

  test("finds the words that a reason quotes, each once", () => {
    expect(quotedWords("附录A.2：“拎桶汽油”，又“拎桶汽油”，见「周五」")).toEqual(["拎桶汽油", "周五"]);
    expect(quotedWords("没有紧急情形")).toEqual([]);
  });
});
