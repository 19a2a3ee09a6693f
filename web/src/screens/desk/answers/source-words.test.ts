import { describe, expect, test } from "vitest";
import type { Answer } from "../../../types.ts";
import { sourceWords, validityWords } from "./source-words.ts";

const answer = (fields: Partial<Answer>): Answer => ({ articleId: "a", title: "题", score: 1, quote: "文", ...fields });

describe("what stands below an answer", () => {
  test("names agency, basis and version, and leaves out what is not there", () => {
    expect(sourceWords(answer({ agency: "市医保局", legalBasis: "办法第八条", version: 2 }))).toBe(
      "市医保局 · 办法第八条 · 第 2 版",
    );
    expect(sourceWords(answer({ agency: null, legalBasis: null }))).toBe("未注明单位");
  });

  test.each([
    [{}, "长期有效"],
    [{ validFrom: "2026-01-01T00:00:00+08:00" }, "2026-01-01 起有效"],
    [{ validUntil: "2027-01-01T00:00:00+08:00" }, "2026-12-31 前有效"],
    [
      { validFrom: "2026-01-01T00:00:00+08:00", validUntil: "2027-01-01T00:00:00+08:00" },
      "2026-01-01 至 2026-12-31 有效",
    ],
  ])("%j is valid: %s", (fields, words) => {
    expect(validityWords(answer(fields))).toBe(words);
  });
});
