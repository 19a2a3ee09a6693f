import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cpuMs } from "../../../tests/support/cpu-ms.ts";
import { type DiffSentence, diffSentences, diffSummary, diffWords } from "./diff-text.ts";

const sides = (sentences: readonly DiffSentence[]) => {
  const parts = sentences.flatMap((sentence) => sentence.parts);
  const join = (not: string) =>
    parts
      .filter(({ op }) => op !== not)
      .map(({ text }) => text)
      .join("");
  return [join("added"), join("removed")];
};

describe("diffWords", () => {
  test("keeps a figure whole: 20 became 30, not 2 became 3", () => {
    expect(diffWords("工本费20元", "工本费30元")).toEqual([
      { op: "same", text: "工本费" },
      { op: "removed", text: "20" },
      { op: "added", text: "30" },
      { op: "same", text: "元" },
    ]);
  });

  test("equal texts have one part", () => {
    expect(diffWords("不变", "不变").map(({ op }) => op)).toEqual(["same"]);
  });
});

describe("diffSentences", () => {
  const before = "首次补办免收工本费。再次补办收取工本费二十元。\n委托他人代办的，需出示委托书。";

  test("shows a reworded sentence with its words, and leaves the others alone", () => {
    const after = before.replace("二十元", "三十元");
    const diff = diffSentences(before, after);
    expect(diff.map(({ op }) => op)).toEqual(["same", "changed", "same"]);
    expect(diff[1]?.parts.filter(({ op }) => op !== "same").map(({ text }) => text)).toEqual(["二十", "三十"]);
    expect(diffSummary(diff)).toBe("改 1 句，增 0 句，删 0 句");
  });

  test("a sentence that has nothing of the old one came anew, and the old one went", () => {
    const after = before.replace("再次补办收取工本费二十元。", "办理渠道见小程序公告页面。");
    expect(diffSentences(before, after).map(({ op }) => op)).toEqual(["same", "removed", "added", "same"]);
  });

  test("a sentence put between two reworded ones stands between them", () => {
    const diff = diffSentences(
      "甲类补贴每月一百元。乙类补贴每月二百元。",
      "甲类补贴每月一百二十元。另有规定的除外。乙类补贴每月二百二十元。",
    );
    expect(diff.map(({ op }) => op)).toEqual(["changed", "added", "changed"]);
  });

  test("whatever the texts, both come out of it again", () => {
    const sentence = fc.constantFrom("补贴一百元。", "补贴二百元。", "请带身份证；", "\n", "第三条", "ＡＢＣ🙂。");
    const text = fc.array(sentence, { maxLength: 12 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(sides(diffSentences(a, b))).toEqual([a, b]);
      }),
    );
  });

  test("two long texts that share no sentence are told in seconds, not minutes", () => {
    // No character but the full stop is in both.
    const long = (seed: string) => Array.from({ length: 4_000 }, (_, n) => `${seed.repeat((n % 40) + 1)}。`).join("");
    const tookMs = cpuMs(() => expect(sides(diffSentences(long("甲"), long("乙")))).toEqual([long("甲"), long("乙")]));
    expect(tookMs).toBeLessThan(20_000);
  }, 30_000);
});
