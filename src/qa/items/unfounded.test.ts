import { expect, test } from "vitest";
import type { BasisOfCall } from "../../kb/index.ts";
import { Call } from "../../orders/index.ts";
import { loadRules } from "../../platform/rules/index.ts";
import { talkOf } from "../talk.ts";
import { judgeUnfounded } from "./unfounded.ts";

const rules = loadRules("rules", "yunling");
const said = [
  "您好，请问您需要什么帮助？",
  "护照过期了换一本要几天？",
  "应该七个工作日吧，我觉得差不多。",
  "好。",
  "感谢您的来电，再见。",
];
const call = Call.parse({
  id: "u",
  direction: "inbound",
  startedAt: "2026-03-05T09:12:00+08:00",
  utterances: said.map((text, i) => ({
    i,
    speaker: i % 2 ? "citizen" : "agent",
    startMs: i * 4000,
    endMs: i * 4000 + 3000,
    text,
  })),
});
const judge = (knowledge?: BasisOfCall) =>
  judgeUnfounded({ talk: talkOf(rules, call), rules, draft: null, ...(knowledge ? { knowledge } : {}) });
const passage = (quote: string, wasValid = true) => ({ title: "护照换发", version: 2, quote, wasValid });

test("a guess costs points when the base was not looked at", () => {
  expect(judge()).toMatchObject([{ verdict: "扣分", utterance: 2 }]);
});

test("the same figure in the base of that time makes it a hint, which names the version", () => {
  const found = judge({ told: [], offered: [passage("受理后7个工作日内签发。")] });
  expect(found).toMatchObject([{ verdict: "仅提示" }]);
  expect(found[0]?.why).toContain("知识库“护照换发”第 2 版当时有效，口径一致");
});

test("another figure in the base of that time is named beside the deduction", () => {
  const found = judge({ told: [], offered: [passage("受理后10个工作日内签发。")] });
  expect(found).toMatchObject([{ verdict: "扣分" }]);
  expect(found[0]?.why).toContain("写明“受理后10个工作日内签发。”");
});

test("what did not hold at the time of the call says nothing", () => {
  const found = judge({ told: [{ ...passage("受理后7个工作日内签发。", false), utterance: 2 }], offered: [] });
  expect(found).toEqual(judge());
});

test("a passage that was told by a person's word is a basis", () => {
  const told = [{ ...passage("请携带旧护照。"), utterance: 3 }];
  expect(judge({ told, offered: [] })).toMatchObject([{ verdict: "仅提示" }]);
});
