import { describe, expect, test } from "vitest";
import type { Utterance } from "../../orders/index.ts";
import { checkedRow } from "./checked-row.ts";
import { askAboutRows, type RowAnswer } from "./prompt.ts";

const said: Utterance[] = [
  { i: 0, speaker: "citizen", startMs: 0, endMs: 1_000, text: "我叫王建国，电话13800138000，路灯不亮" },
  { i: 1, speaker: "agent", startMs: 1_000, endMs: 2_000, text: "13800138000是吧，这个归别人管，你说那个别的" },
];
const { key, messages } = askAboutRows([], said);
const answer = (change: Partial<RowAnswer>): RowAnswer => ({
  row: 23,
  verdict: "扣分",
  utterance: 1,
  quote: "这个归别人管",
  why: "没有回答问题",
  ...change,
});

describe("a model's word on a row", () => {
  test("takes points only with words of the agent that are in the call", () => {
    expect(checkedRow(answer({}), said, key)).toMatchObject({ value: "扣分", evidence: [1] });
    for (const wrong of [{ quote: "不归我管" }, { quote: null }, { utterance: 0, quote: "路灯不亮" }, { utterance: 9 }])
      expect(checkedRow(answer(wrong), said, key)).toBeNull();
    expect(checkedRow(answer({ verdict: "合格", quote: null, utterance: null }), said, key)).toMatchObject({
      value: "合格",
      evidence: [],
    });
  });

  test("is asked for without the caller's number, and a quote that has it is still found", () => {
    const [, question] = messages;
    expect(String(question?.content)).not.toContain("13800138000");
    const [token] = [...key].find(([, words]) => words === "13800138000") ?? [""];
    expect(checkedRow(answer({ quote: `${token}是吧` }), said, key)?.why).toContain("“13800138000是吧”");
  });
});
