import { describe, expect, test } from "vitest";
import type { Utterance } from "../../../types.ts";
import { leadingMarks, leadingOf, withLeading } from "./leading.tsx";

const said = (i: number): Utterance => ({ i, speaker: "agent", startMs: i * 1_000, endMs: i * 1_000 + 900, text: "" });
const sentence = (utterance: number, severity: "轻" | "中" | "重") => ({
  utterance,
  severity,
  type: "代答",
  span: "给您记满意",
  neutral: "您是否满意？",
});

describe("leading sentences of a callback", () => {
  const lines = leadingOf([sentence(2, "轻"), sentence(5, "重")], [said(2), said(5)]);

  test("are the gravest first, each at its second", () => {
    expect(lines.map(({ severity, atMs }) => [severity, atMs])).toEqual([
      ["重", 5_000],
      ["轻", 2_000],
    ]);
    expect(leadingMarks(lines).map(({ atMs, label }) => [atMs, label])).toEqual([
      [5_000, "诱导"],
      [2_000, "诱导"],
    ]);
  });

  test("stand before the other tags of their line, which stay", () => {
    const other = { id: "反问", label: "-5 反问", words: "", tone: "cost" as const };
    const tags = withLeading(new Map([[2, [other]]]), lines);
    expect(tags.get(2)?.map(({ label }) => label)).toEqual(["诱导：代答", "-5 反问"]);
    expect(tags.get(5)?.[0]?.words).toBe("可改为“您是否满意？”");
  });
});
