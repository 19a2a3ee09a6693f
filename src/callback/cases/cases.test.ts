import { describe, expect, test } from "vitest";
import { unhappyCallback } from "../../../tests/support/qa.ts";
import { loadRules } from "../../platform/rules/index.ts";
import { chosenPolicy } from "../chosen-policy.ts";
import { planCallback } from "../plan-callback.ts";
import { readCallback } from "../read-callback.ts";
import { PlanOrder } from "../schema.ts";
import type { RecordedAnswers } from "../schema-case.ts";
import { differencesOf } from "./differences.ts";
import { ratesOf } from "./rates.ts";
import { dialogueOf, unreadLevels } from "./read-dialogue.ts";
import { startOf } from "./read-rate-trend.ts";
import { fillScript } from "./script.ts";

const rules = loadRules("rules", "yunling");
const call = unhappyCallback("cb", "o1");
const heard = readCallback(rules, call);
const honest: RecordedAnswers = {
  contacted: "否",
  resolved: "未解决",
  satisfaction: "不满意",
  reason: "办事效率",
  opinions: ["报了一个星期没人来修"],
};
const differ = (change: Partial<RecordedAnswers>, script = "s4") =>
  differencesOf(rules, call, heard, script, { ...honest, ...change });

describe("a record against what was said", () => {
  test("is left alone when it is honest", () => {
    expect(differ({})).toEqual([]);
  });

  test.each([
    ["contacted", "是", "否", [3]],
    ["resolved", "已解决", "未解决", [5]],
    ["satisfaction", "满意", "不满意", [7]],
    ["satisfaction", "未答", "不满意", [7]],
  ] as const)(
    "%s recorded as %s when %s was said is asked about, with the lines",
    (field, recorded, said, utterances) => {
      expect(differ({ [field]: recorded })).toEqual([
        { field, recorded, heard: said, utterances, question: expect.stringContaining(recorded) },
      ]);
    },
  );

  test("a lost reason and an opinion in other words are asked about", () => {
    expect(differ({ reason: null }).map(({ field }) => field)).toEqual(["reason"]);
    expect(differ({ opinions: ["市民对处理表示理解"] })).toMatchObject([
      { field: "opinions", recorded: "市民对处理表示理解" },
    ]);
    expect(differ({ opinions: ["报了一个星期，没人来修！"] })).toEqual([]);
  });

  test("a scale of two levels knows sides only", () => {
    const very = { ...heard, satisfaction: "非常不满意" as const };
    const on = (script: string) => differencesOf(rules, call, very, script, honest).map(({ field }) => field);
    expect([on("s0"), on("s4")]).toEqual([[], ["satisfaction"]]);
  });
});

describe("the script", () => {
  const fill = (script: string, callerName: string | null, title = "路灯不亮问题") =>
    fillScript(rules, script, { title, callerName })?.lines.map(({ text }) => text) ?? [];

  test("has the order's facts in it, and asks for consent in a line marked as no standard text", () => {
    const filled = fillScript(rules, "s4", { title: "路灯不亮", callerName: "王建国" });
    expect(filled?.lines[0]?.text).toContain("请问您是王建国先生/女士吗");
    expect(filled?.lines[1]).toMatchObject({ step: "征求同意", isStandard: false });
    expect(fill("s4", "王女士")[0]).toContain("请问您是王女士吗");
    expect(fill("s4", null).join()).toContain("您之前反映的路灯不亮问题");
    expect(fill("s0", "王建国").join()).toContain("您反映的路灯不亮事");
    expect(fill("s0", "王建国", "公交车甩站一事").join()).toContain("您反映的公交车甩站事");
  });

  test("leaves a slot where a fact is not known, and is null for a script that is none", () => {
    expect(fill("s4", null)[0]).toContain("〔来电人〕");
    expect(fillScript(rules, "s9", { title: "", callerName: null })).toBeNull();
  });
});

describe("rates", () => {
  const recorded = (script: string, agency: string | null, answers: Partial<RecordedAnswers>) => ({
    script,
    agency,
    street: null,
    item: null,
    answers: { ...honest, ...answers },
  });

  test("leave out who did not answer, count what the wording counts, and show the numbers behind", () => {
    const { rows, total, wordings } = ratesOf(rules.callback, "agency", [
      recorded("s4", "甲局", { contacted: "尝试联系", resolved: "部分解决", satisfaction: "基本满意" }),
      recorded("s4", "甲局", { contacted: "未答", resolved: "已解决", satisfaction: "非常不满意" }),
      recorded("s4", null, { contacted: "否" }),
    ]);
    expect(rows.map(({ key }) => key)).toEqual(["未填", "甲局"].sort());
    const own = rows.find(({ key }) => key === "甲局");
    expect(own?.contacted).toEqual({ counts: { 是: 0, 否: 0, 尝试联系: 1, 未答: 1 }, answered: 1, rate: 1 });
    expect(own).toMatchObject({ resolved: { rate: 0.5 }, satisfaction: { rate: 0.5, answered: 2 } });
    expect(total).toMatchObject([{ script: "s4", recorded: 3 }]);
    expect(wordings[0]).toMatchObject({ script: "s4", resolved: "您反映的问题是否得到解决？" });
  });

  test("of two wordings stand apart: what one counts as solved the other does not", () => {
    const half = { resolved: "部分解决", contacted: "尝试联系" } as const;
    const { rows, total } = ratesOf(rules.callback, "agency", [
      recorded("s4", "甲局", half),
      recorded("s0", "甲局", half),
    ]);
    expect(rows.map(({ script, resolved, contacted }) => [script, resolved.rate, contacted.rate])).toEqual([
      ["s4", 0, 1],
      ["s0", 1, 0],
    ]);
    expect(total).toHaveLength(2);
  });
});

test("a dialogue has each question with the lines that answer it, and the levels that were read out", () => {
  const { topics, scales } = dialogueOf(rules, call);
  expect(topics.map(({ topic, asked, answered }) => [topic, asked, answered])).toEqual([
    ["contacted", [2], [3]],
    ["resolved", [4], [5]],
    ["satisfaction", [6], [7]],
    ["reason", [8], [9]],
    ["opinion", [], []],
  ]);
  expect(scales).toEqual([{ utterance: 6, levels: ["非常满意", "满意", "基本满意", "不满意", "非常不满意"] }]);
});

test("a scale is whole by any script until one is recorded with, and what was left out is named", () => {
  const unread = (levels: string[], script: string | null = null) =>
    unreadLevels(rules.callback, new Set(levels), script);
  expect([unread(["满意", "不满意"]), unread([])]).toEqual([[], []]);
  expect(unread(["满意", "不满意"], "s4")).toEqual(["非常满意", "基本满意", "非常不满意"]);
  expect(unread(["满意", "基本满意"])).toEqual(["非常满意", "不满意", "非常不满意"]);
});

test("a week begins on its Monday, a month on its first, over the turn of a year", () => {
  expect([startOf("2027-01-03", "week"), startOf("2027-01-04", "week")]).toEqual(["2026-12-28", "2027-01-04"]);
  expect([startOf("2027-01-03", "month"), startOf("2027-01-03", "day")]).toEqual(["2027-01-01", "2027-01-03"]);
});

describe("three days and two dials as settings", () => {
  const order = PlanOrder.parse({
    contact: "13800000000",
    completedAt: "2026-03-05T10:00:00+08:00",
    now: "2026-03-06T10:00:00+08:00",
    attempts: [
      { at: "2026-03-05T14:00:00+08:00", result: "无人接听" },
      { at: "2026-03-05T15:30:00+08:00", result: "占线" },
    ],
  });
  const settings = { ...rules.settings, callbackDials: "twice", callbackDeadline: "within3Days" } as const;

  test("take the place of the policy's own", () => {
    expect(planCallback(rules, order)).toMatchObject({ action: "拨打", attemptsAllowed: 3 });
    const plan = planCallback({ ...rules, settings }, order);
    expect(plan).toMatchObject({ action: "结束(次数已满)", attemptsAllowed: 2, deadline: "2026-03-08T18:00:00+08:00" });
  });

  test("leave results that allow one dial at one, and the pack as it was", () => {
    const before = JSON.stringify(rules.callback);
    expect(chosenPolicy({ ...rules, settings }).dials.map(({ attempts }) => attempts)).toEqual([1, 2]);
    expect(JSON.stringify(rules.callback)).toBe(before);
  });
});
