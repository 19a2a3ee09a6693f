import { describe, expect, test } from "vitest";
import { loadRules } from "../../platform/rules/index.ts";
import type { QaItem } from "../schema.ts";
import type { Decision } from "../schema-review.ts";
import { settle } from "./settle.ts";

const { rubric } = loadRules("rules", "yunling");

const item = (name: string, row: number, verdict: QaItem["verdict"], points: number, deduction = 0): QaItem => ({
  item: name,
  row,
  verdict,
  points,
  deduction,
  utterances: [1],
  atMs: 1000,
  why: "",
  clause: "S1",
  confidence: null,
  excluded: [],
});

const decision = (name: string, verdict: Decision["verdict"], more: Partial<Decision> = {}): Decision => ({
  id: "d",
  item: name,
  verdict,
  deduction: verdict === "扣分" ? 5 : 0,
  reason: "理由",
  utterances: [],
  atMs: null,
  engineVerdict: "扣分",
  kind: "复核",
  agreed: false,
  byId: "u1",
  by: "甲",
  at: "2026-03-05T09:12:00+08:00",
  ...more,
});

const engine = {
  score: 83,
  items: [
    item("推诿应受理事项", 7, "扣分", 10, 10),
    item("让来电人自行联系而不受理", 7, "扣分", 10, 0),
    item("反问语气", 8, "扣分", 5, 5),
    item("吐字不清", 3, "待人工", 2),
    item("缺少礼貌用语", 10, "扣分", 2, 2),
  ],
};
const counted = (decisions: Decision[]) => settle(rubric, engine, decisions, []);
const find = (decisions: Decision[], name: string) => counted(decisions).items.find((each) => each.item === name);

describe("what a call counts as", () => {
  test("is what the engine said while nobody has decided", () => {
    expect(counted([])).toMatchObject({ score: 83, band: 25, decided: 0 });
  });

  test("follows the newest decision of a review or an appeal", () => {
    const overruled = [decision("反问语气", "合格"), decision("反问语气", "扣分", { kind: "复核" })];
    expect(counted(overruled).score).toBe(83);
    expect(counted([...overruled, decision("反问语气", "合格", { kind: "申诉" })]).score).toBe(88);
  });

  test("another item of the row pays when the one that paid for it falls", () => {
    const settled = counted([decision("推诿应受理事项", "合格")]);
    expect(settled.score).toBe(83);
    expect(settled.items[1]).toMatchObject({ verdict: "扣分", deduction: 10 });
    expect(counted([decision("推诿应受理事项", "合格"), decision("让来电人自行联系而不受理", "合格")]).score).toBe(93);
  });

  test("a person's deduction on what the engine left open costs what he said", () => {
    expect(
      counted([decision("吐字不清", "扣分", { deduction: 2, engineVerdict: "待人工", atMs: 7000 })]),
    ).toMatchObject({
      score: 81,
    });
    expect(find([decision("吐字不清", "扣分", { deduction: 2, atMs: 7000 })], "吐字不清")?.atMs).toBe(7000);
  });

  test("practice counts for nothing", () => {
    expect(counted([decision("反问语气", "合格", { kind: "校准" })]).score).toBe(83);
  });

  test("a double review counts where both say the same, and is disputed where they do not", () => {
    const one = decision("反问语气", "合格", { kind: "双评" });
    expect(counted([one]).score).toBe(83);
    expect(counted([one, { ...one, byId: "u2" }]).score).toBe(88);
    const differ = [one, decision("反问语气", "扣分", { kind: "双评", byId: "u2" })];
    expect(find(differ, "反问语气")).toMatchObject({ verdict: "扣分", disputed: true, decision: null });
    expect(find([...differ, decision("反问语气", "合格")], "反问语气")).toMatchObject({
      verdict: "合格",
      disputed: false,
    });
  });

  test("a call that the engine did not score has no score whatever people say", () => {
    expect(settle(rubric, { ...engine, score: null }, [decision("反问语气", "合格")], []).score).toBeNull();
  });
});
