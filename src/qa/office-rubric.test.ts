import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { cpuMs } from "../../tests/support/cpu-ms.ts";
import { Call } from "../orders/index.ts";
import { loadRules, parsePart } from "../platform/rules/index.ts";
import { plainCircumstances } from "./judge.ts";
import { bandOf, roundScore } from "./points.ts";
import { scoreByRubric } from "./score-by-rubric.ts";

const city = loadRules("rules", "yunling");
const path = "rules/packs/work-standard/rubric.yaml";
const source = parse(readFileSync(path, "utf8"));

type Row = Record<string, unknown>;
const row = (n: number, more: Row = {}): Row => ({
  row: n,
  class: `第${Math.ceil(n / 10)}章`,
  group: `第${Math.ceil(n / 5)}节`,
  project: `项目${n}`,
  requirement: `要求${n}`,
  checkpoint: `考核点${n}`,
  deduction: 1,
  means: "文字",
  callback: true,
  clause: `本市办法第${n}条`,
  checks: [{ kind: "不得说", item: `不得说词${n}`, says: { cues: [`词${n}号`] } }],
  ...more,
});

/** A rubric as an office would write it: a file, read and checked like every other. */
function rubricOf(rows: Row[], change: Row = {}) {
  const sum = rows.reduce((total, each) => total + Number(each.deduction), 0);
  const counting = { ...source.counting, ...((change.counting as Row) ?? {}) };
  return parsePart("rubric", { path, text: stringify({ ...source, ...change, rows, sum, counting }) });
}
const rulesWith = (rows: Row[], change?: Row) => ({ ...city, rubric: rubricOf(rows, change) });

type Turn = { text: string; by?: "agent" | "citizen"; gapMs?: number; lengthMs?: number; unsure?: boolean };
function callOf(turns: readonly Turn[], more: Record<string, unknown> = {}) {
  let endMs = 0;
  const utterances = turns.map(({ text, by = "agent", gapMs = 500, lengthMs = 3000, unsure }, i) => {
    const startMs = i === 0 ? 0 : endMs + gapMs;
    endMs = startMs + lengthMs;
    return { i, speaker: by, startMs, endMs, text, ...(unsure ? { lowConfidence: true } : {}) };
  });
  return Call.parse({ id: "t", direction: "inbound", startedAt: "2026-03-04T10:00:00+08:00", utterances, ...more });
}
const plain: Turn[] = [{ text: "您好，请讲。" }, { text: "路灯坏了。", by: "citizen" }, { text: "好的，再见。" }];
const saying = (...texts: string[]) => callOf([...plain, ...texts.map((text) => ({ text }))]);

describe("a rubric of 120 rows that an office wrote", () => {
  const rules = rulesWith(Array.from({ length: 120 }, (_, at) => row(at + 1)));

  test("is read, and every row is judged with its own section and clause", () => {
    const { score, items } = scoreByRubric(rules, saying("这里说了词7号和词119号。"), null);
    expect(items).toHaveLength(120);
    expect(items.filter(({ verdict }) => verdict === "扣分").map(({ item, clause }) => [item, clause])).toEqual([
      ["不得说词7", "本市办法第7条"],
      ["不得说词119", "本市办法第119条"],
    ]);
    expect(score).toBe(98);
  });

  test("never falls under its floor though its rows sum to more than a hundred", () => {
    const all = Array.from({ length: 120 }, (_, at) => `词${at + 1}号`).join("，");
    expect(scoreByRubric(rules, saying(all), null).score).toBe(0);
  });

  test("scores a call of forty utterances in far less than a blink", () => {
    const call = callOf(
      Array.from(
        { length: 40 },
        (_, at) => ({ text: "请您说一下具体的位置。", by: at % 2 ? "citizen" : "agent" }) as Turn,
      ),
    );
    for (let warm = 0; warm < 20; warm++) scoreByRubric(rules, call, null);
    const tookMs = cpuMs(() => {
      for (let round = 0; round < 50; round++) scoreByRubric(rules, call, null);
    });
    expect(tookMs / 50).toBeLessThan(50);
  });
});

test.each([
  [59, 0],
  [60, 5],
  [64, 5],
  [65, 10],
  [94, 35],
  [95, 40],
  [100, 40],
])("%i points of 100 are %i of the 40", (score, band) => {
  expect(bandOf(city.rubric, score)).toBe(band);
});

test.each([
  ["四舍五入", 59.5, 60, 5],
  ["舍去小数", 59.9, 59, 0],
  ["不取整", 59.9, 59.9, 0],
  ["四舍五入", 94.4, 94, 35],
] as const)("%s makes %d into %d, band %i", (rounding, score, rounded, band) => {
  const counting = { ...city.rubric.counting, rounding };
  expect(roundScore(counting, score)).toBe(rounded);
  expect(bandOf({ ...city.rubric, counting }, score)).toBe(band);
});

describe("how an office may count", () => {
  const twice = saying("词1号。", "还是词1号。", "又是词1号。");
  const scoreOf = (change: Row, call = twice, counting: Row = {}) =>
    scoreByRubric(rulesWith([row(1, { deduction: 4, ...change }), row(2)], { counting }), call, null);

  test("once a row, each time, or each time up to a most", () => {
    expect(scoreOf({}).score).toBe(96);
    expect(scoreOf({ repeated: "每处一次" }).score).toBe(88);
    expect(scoreOf({ repeated: "每处一次", most: 10 }).score).toBe(90);
    expect(scoreOf({}, twice, { repeated: "每处一次" }).score).toBe(88);
    expect(scoreOf({ repeated: "每行一次" }, twice, { repeated: "每处一次" }).score).toBe(96);
  });

  test("a veto leaves its own score whatever else was good, and only when it strikes", () => {
    expect(scoreOf({ veto: true })).toMatchObject({ score: 0, band: 0 });
    expect(scoreOf({ veto: true }, twice, { vetoScore: 50 }).score).toBe(50);
    expect(scoreOf({ veto: true }, callOf(plain)).score).toBe(100);
  });

  test("a check that does not apply costs nothing, or makes the others weigh more", () => {
    const rows = [
      row(1, {
        deduction: 50,
        checks: [{ kind: "必须说", item: "应安抚", says: { cues: ["别着急"] }, when: { cues: ["气死"] } }],
      }),
      row(2, { deduction: 50 }),
    ];
    const said = saying("词2号。");
    const of = (notApplicable: string) => scoreByRubric(rulesWith(rows, { counting: { notApplicable } }), said, null);
    expect(of("不扣分").score).toBe(50);
    expect(of("按比例折算").score).toBe(0);
    expect(of("不扣分").items[0]).toMatchObject({ verdict: "不适用" });
  });

  test.each([
    ["the same item twice", [row(1), row(2, { checks: row(1).checks })], /出现了两次/],
    ["a row that nobody judges", [row(1, { checks: [] })], /没有说明由谁判/],
    ["a gap in the numbers", [row(1), row(3)], /行号应连续/],
    ["a check of a kind we do not know", [row(1, { checks: [{ kind: "听语气", item: "语气" }] })], /kind|checks/],
  ])("%s is refused with the place in the file", (_, rows, words) => {
    expect(() => rubricOf(rows)).toThrowError(words);
  });
});

describe("checks of words and times", () => {
  const of = (check: Row, call = callOf(plain)) =>
    scoreByRubric(rulesWith([row(1, { checks: [{ item: "本项", ...check }] })]), call, null).items[0];
  const must = { kind: "必须说", says: { cues: ["再见"] } };

  test("words that must be said are looked for where they belong", () => {
    expect(of({ ...must, where: "结尾" })?.verdict).toBe("合格");
    expect(
      of(
        { ...must, where: "结尾" },
        callOf([{ text: "再见。" }, ...plain.slice(0, 2), { text: "好。" }, { text: "嗯。" }]),
      ),
    ).toMatchObject({
      verdict: "扣分",
      utterances: [4],
    });
    expect(of({ ...must, says: { cues: ["祝您愉快"] } })).toMatchObject({ verdict: "扣分", utterances: [2] });
  });

  test.each([
    [499, "合格"],
    [500, "合格"],
    [501, "扣分"],
  ])("an overlap of %i ms over a limit of 500 is %s", (overlapMs, verdict) => {
    const call = callOf([
      { text: "我要反映一下", by: "citizen", lengthMs: 5000 },
      { text: "您好，请讲。", gapMs: -overlapMs },
    ]);
    expect(of({ kind: "重叠", overMs: 500 }, call)?.verdict).toBe(verdict);
  });

  test.each([
    [29_900, "合格"],
    [30_000, "合格"],
    [30_100, "扣分"],
  ])("a gap of %i ms over a limit of 30 s is %s", (gapMs, verdict) => {
    const call = callOf([{ text: "您好。" }, { text: "路灯坏了。", by: "citizen" }, { text: "好的。", gapMs }]);
    expect(of({ kind: "空档", overMs: 30_000 }, call)?.verdict).toBe(verdict);
  });
});

describe("the rubric of the work standard at its limits", () => {
  const verdictOf = (name: string, call: Call) =>
    scoreByRubric(city, call, null).items.find(({ item }) => item === name)?.verdict;

  test.each([
    [29_900, "合格"],
    [30_100, "扣分"],
  ])("a silence of %i ms is %s", (gapMs, verdict) => {
    const call = callOf([
      { text: "您好，请讲。" },
      { text: "路灯坏了，没人修。", by: "citizen" },
      { text: "好的，我记下了。", gapMs },
    ]);
    expect(verdictOf("等待超30秒无提示", call)).toBe(verdict);
  });

  test.each([
    [499, "合格"],
    [501, "扣分"],
  ])("coming in %i ms before the caller has ended is %s", (overlapMs, verdict) => {
    const call = callOf([
      { text: "您好，请讲。" },
      { text: "我们小区的路灯坏了一个星期，我想", by: "citizen", lengthMs: 6000 },
      { text: "请您说一下具体是哪个小区哪一栋楼。", gapMs: -overlapMs, lengthMs: 4000 },
    ]);
    expect(verdictOf("抢话", call)).toBe(verdict);
  });
});

describe("what cannot be trusted is left out, visibly", () => {
  const rules = rulesWith([row(1)]);
  const first = (call: Call) => scoreByRubric(rules, call, null).items[0];

  test("words that the recogniser was unsure of go to a person, and the line is named", () => {
    const call = callOf([...plain, { text: "词1号。", unsure: true }]);
    expect(first(call)).toMatchObject({
      verdict: "待人工",
      deduction: 0,
      excluded: [{ utterance: 3, why: "识别置信度低" }],
    });
  });

  test("so do words said while the caller spoke, but not those with a short overlap at their edge", () => {
    const drowned = callOf([
      ...plain,
      { text: "喂喂你听我说完行不行", by: "citizen", lengthMs: 6000 },
      { text: "词1号。", gapMs: -5000 },
    ]);
    expect(first(drowned)).toMatchObject({ verdict: "待人工", excluded: [{ utterance: 4, why: "双方同时说话" }] });
    const edge = callOf([...plain, { text: "行吧。", by: "citizen" }, { text: "词1号。", gapMs: -600 }]);
    expect(first(edge)).toMatchObject({ verdict: "扣分", excluded: [] });
  });

  test("a sure place still costs, with the unsure one named beside it", () => {
    const call = callOf([...plain, { text: "词1号。", unsure: true }, { text: "词1号。" }]);
    expect(first(call)).toMatchObject({ verdict: "扣分", utterances: [4], excluded: [{ utterance: 3 }] });
  });

  test("an item whose measured precision is under the limit only hints, and so does one that people keep overruling", () => {
    const measured = [{ item: "不得说词1", precision: 0.69, samples: 40, clause: "样本" }];
    const review = { ...source.review, measured };
    const weak = scoreByRubric(rulesWith([row(1)], { review }), saying("词1号。"), null).items[0];
    expect(weak).toMatchObject({ verdict: "仅提示", deduction: 0, why: expect.stringMatching(/0\.69 低于 0\.7/) });
    const fine = { ...review, measured: [{ ...measured[0], precision: 0.7 }] };
    expect(scoreByRubric(rulesWith([row(1)], { review: fine }), saying("词1号。"), null).items[0]?.verdict).toBe(
      "扣分",
    );
    const around = { ...plainCircumstances, hintOnly: new Map([["不得说词1", "人工认同低"]]) };
    expect(scoreByRubric(rules, saying("词1号。"), null, around).items[0]).toMatchObject({ verdict: "仅提示" });
  });

  test("a dialect seat is not asked for Mandarin", () => {
    const dialect = { ...plainCircumstances, isDialectSeat: true };
    const third = (around = plainCircumstances) =>
      scoreByRubric(city, callOf(plain), null, around).items.find((item) => item.row === 3);
    expect([third()?.verdict, third(dialect)?.verdict]).toEqual(["待人工", "不适用"]);
  });
});
