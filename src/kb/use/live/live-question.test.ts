import { describe, expect, test } from "vitest";
import type { Utterance } from "../../../orders/index.ts";
import { loadRules } from "../../../platform/rules/index.ts";
import { liveQuestion } from "./live-question.ts";

const rules = loadRules("rules", "yunling");
const call = (...said: [speaker: string, text: string][]): Utterance[] =>
  said.map(([speaker, text], i) => ({
    i,
    speaker: speaker === "坐" ? "agent" : speaker === "市" ? "citizen" : "unknown",
    startMs: i * 1000,
    endMs: i * 1000 + 900,
    text,
  }));
const asked = (...said: [string, string][]) => liveQuestion(rules, call(...said));

describe("the question of a live call", () => {
  test("is the caller's, not the agent's", () => {
    expect(asked(["坐", "您好，请问您需要什么帮助？"])).toBeNull();
    expect(asked(["坐", "您好，请问您需要什么帮助？"], ["市", "我想问一下社保卡丢了去哪里补办？"])).toEqual({
      text: "我想问一下社保卡丢了去哪里补办",
      utterance: 1,
    });
  });

  test("is the last one, and not the whole call", () => {
    const found = asked(
      ["市", "我想问一下社保卡丢了去哪里补办？"],
      ["坐", "到就近的服务网点就能补办。"],
      ["市", "好。那老年证办理需要带哪些材料呢？"],
    );
    expect(found).toEqual({ text: "好，那老年证办理需要带哪些材料呢", utterance: 2 });
    expect(found?.text).not.toContain("社保卡");
  });

  test("a short question takes along what it is about, and leaves out the name", () => {
    const found = asked(
      ["市", "我的社保卡丢了，想补一张。"],
      ["坐", "请问您贵姓？"],
      ["市", "我姓王。"],
      ["坐", "王先生您好。"],
      ["市", "那要多少钱？"],
    );
    expect(found?.text).toBe("我的社保卡丢了，想补一张，那要多少钱");
  });

  test("what the caller answers to the agent's asking back belongs to the question", () => {
    const found = asked(
      ["市", "我想问一下医保报销的比例是多少？"],
      ["坐", "请问您是职工医保还是居民医保？"],
      ["市", "居民的。"],
    );
    expect(found?.text).toBe("我想问一下医保报销的比例是多少，居民的");
    expect(found?.utterance).toBe(0);
  });

  test("a restatement to which the caller only says yes is the question", () => {
    const found = asked(
      ["市", "我妈腿脚不好，想弄那个补贴。"],
      ["坐", "您是想咨询残疾人护理补贴怎么申请，对吗？"],
      ["市", "对对。"],
    );
    expect(found?.text).toContain("残疾人护理补贴怎么申请");
    expect(found?.utterance).toBe(2);
  });

  test("a complaint that is read back is no question, nor is what ends a call", () => {
    const restated = "跟您确认一下，您反映建设路工地夜里打桩影响休息，要求停止夜间施工，对吗？";
    expect(asked(["市", "工地半夜打桩。"], ["坐", restated], ["市", "对。"])).toBeNull();
    const found = asked(
      ["市", "老年证办理需要带哪些材料呢？"],
      ["坐", "带身份证。请问您还需要其他帮助吗？"],
      ["市", "没了，谢谢啊。"],
    );
    expect(found?.text).toBe("老年证办理需要带哪些材料呢");
  });

  test("the caller's own name and number are no part of it", () => {
    expect(asked(["市", "我姓王，电话13912345678。老年证办理要带哪些材料？"])?.text).toBe("老年证办理要带哪些材料");
  });

  test("a caller who tells and does not ask has no question", () => {
    expect(asked(["市", "我要投诉，楼下烧烤店的油烟往我家里灌。"], ["坐", "好的，已经登记。"])).toBeNull();
  });

  test("one question said in two breaths is one, kept under its first utterance", () => {
    const found = asked(["坐", "您请讲。"], ["市", "我家那个水表"], ["市", "换一个要多少钱啊？"]);
    expect(found).toEqual({ text: "我家那个水表，换一个要多少钱啊", utterance: 1 });
  });

  test("a question that was left long ago is talked about no more", () => {
    const chat = Array.from({ length: 8 }, () => [
      ["坐", "好的，我给您登记。"],
      ["市", "我住在望湖路。"],
    ]).flat() as [string, string][];
    expect(asked(["市", "老年证怎么办理？"], ...chat)).toBeNull();
  });

  test("where nobody is named, words of an agent are no question", () => {
    expect(asked(["?", "您好，请问有什么可以帮您？"])).toBeNull();
    expect(asked(["?", "您好，请问有什么可以帮您？"], ["?", "我想问下生育津贴怎么领？"])?.utterance).toBe(1);
  });
});
