import { describe, expect, test } from "vitest";
import type { Decision, QaView, SettledItem, Suggestion, Task } from "../../../types-quality.ts";
import {
  agreeing,
  groupOf,
  isReasonNeeded,
  linesOf,
  marksOf,
  overruling,
  tagsOf,
  taskInHand,
  undoing,
} from "./lines.ts";

const item = (name: string, change: Partial<SettledItem> = {}): SettledItem => ({
  item: name,
  row: 9,
  verdict: "扣分",
  points: 3,
  deduction: 3,
  utterances: [2],
  atMs: 16_000,
  why: "说了“不知道”",
  clause: "S1",
  confidence: 0.9,
  excluded: [],
  decision: null,
  appeal: null,
  disputed: false,
  ...change,
});

const decision = (change: Partial<Decision>): Decision => ({
  id: "d",
  item: "忌语",
  verdict: "合格",
  deduction: 0,
  reason: "引用",
  utterances: [2],
  atMs: null,
  engineVerdict: "扣分",
  kind: "复核",
  agreed: false,
  byId: "me",
  by: "吴敏",
  at: "2026-03-05T09:00:00+08:00",
  ...change,
});

const task = (change: Partial<Task>): Task => ({
  id: "t",
  callId: "c",
  kind: "复核",
  state: "进行中",
  planId: null,
  calibrationId: null,
  reviewerId: "me",
  reviewer: "吴敏",
  risk: 1,
  agentId: null,
  direction: "inbound",
  startedAt: "",
  score: null,
  createdAt: "",
  doneAt: null,
  ...change,
});

const view = (items: SettledItem[], change: Partial<QaView> = {}) =>
  ({
    settled: { score: 1, band: 1, items, decided: 0 },
    decisions: [],
    suggestions: [],
    tasks: [],
    ...change,
  }) as unknown as QaView;

const suggested = (change: Partial<Suggestion>): Suggestion => ({
  item: "忌语",
  verdict: "扣分",
  why: "没有回答（“别的”）",
  utterances: [2],
  modelId: "m",
  ...change,
});

describe("the rubric on the reviewer's desk", () => {
  test("keeps an item where the engine put it, whatever was decided", () => {
    const word = decision({});
    const lines = linesOf(view([item("忌语", { verdict: "合格", deduction: 0, decision: word })]), null, "me");
    expect(groupOf(lines, "扣分").map(({ item: { item: name }, verdict }) => [name, verdict])).toEqual([
      ["忌语", "合格"],
    ]);
  });

  test("shows a blind reviewer only the own words of that task's kind", () => {
    const blind = task({ kind: "双评" });
    const decisions = [decision({ kind: "校准", verdict: "不适用" }), decision({ kind: "双评", verdict: "合格" })];
    const [line] = linesOf(view([item("忌语")], { decisions }), blind, "me");
    expect(line?.word?.verdict).toBe("合格");
    expect(linesOf(view([item("忌语")], { decisions }), blind, "other")[0]?.word).toBeNull();
  });

  test("puts an item under appeal before the others", () => {
    const appeal = { state: "待处理" } as SettledItem["appeal"];
    const lines = linesOf(view([item("a", { atMs: 1 }), item("b", { atMs: 9, appeal })]), null, "me");
    expect(groupOf(lines, "扣分").map(({ item: { item: name } }) => name)).toEqual(["b", "a"]);
  });

  test("takes the blind task of several in hand", () => {
    const tasks = [
      task({ id: "plain" }),
      task({ id: "blind", kind: "校准" }),
      task({ id: "his", reviewerId: "other" }),
    ];
    expect(taskInHand(view([], { tasks }), "me")?.id).toBe("blind");
    expect(taskInHand(view([], { tasks }), "nobody")).toBeNull();
  });
});

describe("marks of a call", () => {
  const freed = item("反问", { verdict: "合格", deduction: 0, atMs: 5_000, decision: decision({ item: "反问" }) });
  const lines = linesOf(view([item("忌语"), freed, item("普通话", { verdict: "待人工", deduction: 0 })]), null, "me");

  test("are what costs points or did; what waits for ears has none", () => {
    expect(marksOf(lines).map(({ id, label, tone }) => [id, label, tone])).toEqual([
      ["忌语", "-3", "cost"],
      ["反问", "改判", "passed"],
    ]);
  });

  test("say once of a line that it was left out", () => {
    const excluded = [{ utterance: 7, why: "听不清" }];
    const tags = tagsOf(linesOf(view([item("a", { excluded }), item("b", { excluded })]), null, "me"));
    expect(tags.get(7)?.map(({ label, words }) => [label, words])).toEqual([["未计入", "a：听不清\nb：听不清"]]);
  });
});

describe("the keys of the desk", () => {
  test("agree at once, but a hint becomes a deduction only with a reason", () => {
    const line = { item: item("a"), suggestion: null };
    expect(agreeing({ ...line, engine: "扣分" })).toEqual({ verdict: "扣分", reason: "", isAsked: false });
    expect(agreeing({ ...line, engine: "待人工" })).toMatchObject({ verdict: "合格", isAsked: false });
    expect(agreeing({ ...line, engine: "仅提示" })).toMatchObject({ verdict: "扣分", isAsked: true });
  });

  test("take a model's suggestion where the engine left it open, and never points without a reason", () => {
    const open = { item: item("a"), engine: "待人工" as const };
    expect(agreeing({ ...open, suggestion: suggested({}) })).toEqual({
      verdict: "扣分",
      reason: "没有回答（“别的”）",
      isAsked: true,
    });
    expect(agreeing({ ...open, suggestion: suggested({ verdict: "不适用" }) })).toMatchObject({
      verdict: "不适用",
      isAsked: false,
    });
    expect(agreeing({ item: item("a"), engine: "合格", suggestion: suggested({}) })).toMatchObject({ verdict: "合格" });
  });

  test("overrule to the other side and always ask", () => {
    expect(overruling({ engine: "扣分", verdict: "扣分" })).toMatchObject({ verdict: "合格", isAsked: true });
    expect(overruling({ engine: "扣分", verdict: "合格" }).verdict).toBe("扣分");
    expect(overruling({ engine: "待人工", verdict: "合格" }).verdict).toBe("扣分");
  });

  test("ask for a reason where the server does", () => {
    expect(isReasonNeeded("扣分", "合格")).toBe(true);
    expect(isReasonNeeded("待人工", "合格")).toBe(false);
    expect(isReasonNeeded("待人工", "扣分")).toBe(true);
    expect(isReasonNeeded("合格", "合格")).toBe(false);
  });

  test("undo to the word before, else to the engine's, and say when there is none", () => {
    expect(undoing("扣分", null)).toEqual({ verdict: "扣分" });
    expect(undoing("待人工", null)).toBeNull();
    const before = { verdict: "扣分" as const, deduction: 2, reason: "轻微", by: "吴敏" };
    expect(undoing("合格", before)).toEqual({ verdict: "扣分", deduction: 2, reason: "轻微" });
  });
});
