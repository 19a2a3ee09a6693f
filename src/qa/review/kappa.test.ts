import { describe, expect, test } from "vitest";
import { agreementsOf, cohensKappa } from "./kappa.ts";

const times = (n: number, pair: readonly [string, string]) => Array.from({ length: n }, () => pair);

describe("Cohen's kappa", () => {
  test("is 0.4 for the textbook table 20/5/10/15", () => {
    const pairs = [
      ...times(20, ["是", "是"]),
      ...times(5, ["是", "否"]),
      ...times(10, ["否", "是"]),
      ...times(15, ["否", "否"]),
    ];
    expect(cohensKappa(pairs)).toBeCloseTo(0.4, 10);
  });

  test("is 0.1304 and 0.2593 for the two tables with the same 60 % agreement", () => {
    const even = [
      ...times(45, ["是", "是"]),
      ...times(15, ["是", "否"]),
      ...times(25, ["否", "是"]),
      ...times(15, ["否", "否"]),
    ];
    const uneven = [
      ...times(25, ["是", "是"]),
      ...times(35, ["是", "否"]),
      ...times(5, ["否", "是"]),
      ...times(35, ["否", "否"]),
    ];
    expect(cohensKappa(even)).toBeCloseTo(0.1304, 4);
    expect(cohensKappa(uneven)).toBeCloseTo(0.2593, 4);
  });

  test("is 1 for people who agree on different verdicts, and below 0 for people who agree less than chance", () => {
    expect(cohensKappa([...times(3, ["扣分", "扣分"]), ...times(2, ["合格", "合格"])])).toBe(1);
    expect(cohensKappa([...times(3, ["扣分", "合格"]), ...times(3, ["合格", "扣分"])])).toBe(-1);
  });

  test("cannot be said without pairs, or where only one verdict was ever given", () => {
    expect(cohensKappa([])).toBeNull();
    expect(cohensKappa(times(5, ["合格", "合格"]))).toBeNull();
  });
});

describe("agreement of reviewers", () => {
  const rating = (callId: string, item: string, rater: string, verdict: string) => ({ callId, item, rater, verdict });

  test("pairs everybody who judged the same item of the same call, and nobody else", () => {
    const { items, overall } = agreementsOf([
      rating("c1", "抢话", "甲", "扣分"),
      rating("c1", "抢话", "乙", "扣分"),
      rating("c1", "抢话", "丙", "合格"),
      rating("c2", "抢话", "甲", "合格"),
      rating("c1", "反问语气", "甲", "扣分"),
    ]);
    expect(items).toEqual([{ item: "抢话", pairs: 3, agreed: 0.333, kappa: expect.any(Number) }]);
    expect(overall.pairs).toBe(3);
  });

  test("does not depend on the order in which verdicts came in", () => {
    const ratings = [
      rating("c1", "抢话", "甲", "扣分"),
      rating("c1", "抢话", "乙", "合格"),
      rating("c2", "抢话", "甲", "合格"),
      rating("c2", "抢话", "乙", "合格"),
    ];
    expect(agreementsOf([...ratings].reverse())).toEqual(agreementsOf(ratings));
  });
});
