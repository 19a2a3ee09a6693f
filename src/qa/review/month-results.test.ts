import { expect, test } from "vitest";
import { loadRules } from "../../platform/rules/index.ts";
import { standingOf } from "./item-state.ts";
import { monthResults } from "./month-results.ts";

const { rubric } = loadRules("rules", "yunling");
const call = (
  callId: string,
  agentId: string | null,
  score: number,
  deducted: string[] = [],
  team: string | null = null,
) => ({
  callId,
  agentId,
  name: null,
  team,
  score,
  deducted,
});

const calls = [
  call("c1", "A1", 100, [], "一组"),
  call("c2", "A1", 59, ["抢话", "反问语气"], "一组"),
  call("c3", "A2", 94, ["抢话"], "一组"),
  call("c4", null, 95),
];
const appeals = [
  { callId: "c2", item: "抢话", state: "成立" as const },
  { callId: "c3", item: "抢话", state: "待处理" as const },
];

test("an agent's month is the mean of the recordings, each banded by itself", () => {
  const [first, second, third] = monthResults(rubric, "agent", calls, appeals);
  expect(first).toMatchObject({
    key: "A1",
    recordings: 2,
    meanScore: 79.5,
    band: 20,
    deductions: 2,
    appeals: 1,
    upheld: 1,
  });
  expect(second).toMatchObject({ key: "A2", band: 35, appeals: 1, upheld: 0 });
  expect(third).toMatchObject({ key: "未知工号", band: 40 });
});

test("averaged first, the same month is banded once", () => {
  const counting = { ...rubric.counting, averaging: "先平均后定档" as const };
  expect(monthResults({ ...rubric, counting }, "agent", calls, [])[0]?.band).toBe(25);
});

test("a team counts each recording once, an item the recordings in which it cost points", () => {
  expect(monthResults(rubric, "team", calls, appeals)).toEqual([
    expect.objectContaining({ key: "一组", team: "一组", recordings: 3, deductions: 3, upheld: 1 }),
    expect.objectContaining({ key: "未分组", recordings: 1 }),
  ]);
  expect(monthResults(rubric, "item", calls, appeals)).toEqual([
    expect.objectContaining({ key: "抢话", recordings: 2, appeals: 2, upheld: 1 }),
    expect.objectContaining({ key: "反问语气", recordings: 1, appeals: 0 }),
  ]);
});

test("a month without recordings has no rows", () => {
  expect(monthResults(rubric, "agent", [], [])).toEqual([]);
});

const review = { ...rubric.review, agreementMin: 0.7, decisionsMin: 10 };
test.each([
  [9, 0, false, "too few were judged"],
  [10, 7, false, "just the rate"],
  [10, 6, true, "under the rate"],
  [100, 69, true, "just under the rate"],
])("of %i deductions people let %i stand: hint only is %s (%s)", (decided, agreed, isHintOnly) => {
  expect(standingOf(review, { mode: "自动", decided, agreed }).isHintOnly).toBe(isHintOnly);
});

test("a person's own setting goes before the rate", () => {
  expect(standingOf(review, { mode: "扣分", decided: 100, agreed: 0 }).isHintOnly).toBe(false);
  expect(standingOf(review, { mode: "仅提示", decided: 100, agreed: 100 }).isHintOnly).toBe(true);
});
