import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Call, type Draft } from "../orders/index.ts";
import { type PartName, type PartRules, parsePart } from "../platform/rules/index.ts";
import { builtInCalendar } from "../platform/workdays.ts";
import { bandOf, bandOfMonth, pointsOff } from "./points.ts";
import { scoreByRubric } from "./score-by-rubric.ts";

function part<Name extends PartName>(pack: string, name: Name): PartRules[Name] {
  const path = `rules/packs/${pack}/${name}.yaml`;
  return parsePart(name, { path, text: readFileSync(path, "utf8") });
}
const rubric = part("work-standard", "rubric");
/** Every item costs points here, whatever its measured precision. */
const unmeasured = { ...rubric, review: { ...rubric.review, measured: [] } };
const rules = {
  phrases: part("db11t-draft", "phrases"),
  recording: part("db11t-draft", "recording"),
  wording: part("db11t-draft", "wording"),
  rubric: unmeasured,
  listening: part("db11t-draft", "listening"),
  calendar: builtInCalendar,
};

const clean = [
  "坐：您好，请问您需要什么帮助？",
  "民：你好，我们小区门口的井盖丢了，好几天了。",
  "坐：好的先生，请问您贵姓？",
  "民：我姓石。",
  "坐：石先生您好，请问是哪个小区？",
  "民：翠园小区南门口，特别危险。",
  "坐：石先生跟您确认一下，您反映翠园小区南门口井盖丢失好几天，希望尽快补上，对吗？",
  "民：对。",
  "坐：好的，已经为您登记转办，请问您还有其他需要补充的吗？",
  "民：没了。",
  "坐：感谢您的来电，再见。",
];

type Step = { gapMs?: number; lengthMs?: number };

/** A call of "坐：" and "民：" lines, 3 s each, half a second apart; `steps` change the gap before a line or its length. */
function callOf(lines: readonly string[], steps: Record<number, Step> = {}, over: Record<string, unknown> = {}) {
  let atMs = 0;
  const utterances = lines.map((line, i) => {
    const startMs = Math.max(0, atMs + (i === 0 ? 0 : (steps[i]?.gapMs ?? 500)));
    const endMs = startMs + (steps[i]?.lengthMs ?? 3000);
    atMs = endMs;
    return { i, speaker: line.startsWith("坐") ? "agent" : "citizen", startMs, endMs, text: line.slice(2) };
  });
  return Call.parse({ id: "t", direction: "inbound", startedAt: "2026-03-04T10:00:00+08:00", utterances, ...over });
}

const draftOf = (over: Partial<Draft> = {}) =>
  ({ scope: "受理", directAnswer: false, elements: {}, missing: [], ...over }) as Draft;
const score = (
  lines: readonly string[],
  steps?: Record<number, Step>,
  over?: Record<string, unknown>,
  draft = draftOf(),
) => scoreByRubric(rules, callOf(lines, steps, over), draft);
const deducted = (result: ReturnType<typeof score>) =>
  result.items.filter((item) => item.verdict === "扣分").map((item) => [item.item, item.utterances]);
/** The clean call with line `at` said otherwise. */
const saying = (at: number, ...words: string[]) => [...clean.slice(0, at), ...words, ...clean.slice(at + 1)];

describe("scoreByRubric", () => {
  it("gives a call by the standard full marks and says of every row who judged it", () => {
    const result = score(clean);
    expect(result).toMatchObject({ score: 100, band: 40 });
    expect(new Set(result.items.map((item) => item.row))).toEqual(
      new Set(Array.from({ length: 28 }, (_, at) => at + 1)),
    );
    expect(result.items.filter((item) => [3, 12, 20].includes(item.row)).map((item) => item.verdict)).toEqual([
      "待人工",
      "待人工",
      "待人工",
    ]);
  });

  it.each([
    ["开头语不规范", 0, "坐：喂，说吧。"],
    ["开头语不规范", 0, "坐：您好，请讲。"],
    ["结束语不规范", 10, "坐：行，挂了。"],
    ["反问语气", 4, "坐：石先生，您难道不会自己看门牌吗？"],
    ["反问语气", 4, "坐：石先生，您跟我说有什么用呢？"],
    ["使用禁语(不知道/不清楚)", 4, "坐：石先生，这个我不清楚。"],
    ["使用禁语(不知道/不清楚)", 8, "坐：具体谁管我们也不知道，给您登记了，请问还有其他要补充的吗？"],
    ["与来电人争吵", 4, "坐：石先生您冲我嚷什么，您爱投诉就投诉去。"],
    ["推诿应受理事项", 8, "坐：这个不归我们管，我们受理不了。"],
    ["让来电人自行联系而不受理", 8, "坐：您自己去找物业吧。"],
  ])("%s at line %i: %s", (item, at, words) => {
    const result = score(saying(at, words));
    expect(deducted(result)).toContainEqual([item, [at]]);
    expect(result.items.find((each) => each.item === item)?.why).toContain("：");
  });

  it.each([
    ["a caller who does not know", saying(5, "民：这个我不清楚，不知道归谁管。")],
    ["asking to hear it again", saying(4, "坐：石先生，不好意思，我没听清楚您说的小区，麻烦您再说一遍。")],
    ["asking what a caller may not know", saying(4, "坐：石先生您好，您清不清楚是哪家单位的井盖？")],
    [
      "telling what the caller was told",
      saying(6, "坐：石先生跟您确认一下，您反映翠园小区南门口井盖丢失，物业说不知道谁管，对吗？"),
    ],
    ["a question that is only a question", saying(4, "坐：石先生您好，请问井盖是不是已经丢了好几天了？")],
    ["asking whether he called the company", saying(4, "坐：石先生您好，您自己联系过物业没有？")],
    ["S1's greeting", saying(0, "坐：您好，市民热线，请问有什么可以帮您？")],
    ["a transcript without marks", clean.map((line) => line.slice(0, 2) + line.slice(2).replace(/[，。？]/gu, ""))],
  ])("costs nothing: %s", (_, lines) => {
    expect(deducted(score(lines))).toEqual([]);
  });

  it.each([
    ["2026-01-01", "新年好", true],
    ["2026-02-18", "新年好", true],
    ["2026-05-02", "节日好", true],
    ["2026-09-26", "节日好", true],
    ["2026-04-05", "您好", true],
    ["2026-05-02", "您好", false],
    ["2026-04-05", "节日好", false],
    ["2026-03-04", "新年好", false],
  ])("greets on %s with %s: proper %s", (date, head, isProper) => {
    const result = score(saying(0, `坐：${head}！请问您需要什么帮助？`), {}, { startedAt: `${date}T10:00:00+08:00` });
    expect(deducted(result)).toEqual(isProper ? [] : [["开头语不规范", [0]]]);
  });

  it("wants the surname asked, and used once it is known", () => {
    const never = [...clean.slice(0, 2), "坐：请问是哪个小区？", "民：翠园小区南门口。", ...clean.slice(6)].map(
      (line) => line.replace("石先生跟您", "跟您"),
    );
    expect(deducted(score(never))).toEqual([["未询问或称呼姓氏", [8]]]);
    const unused = clean.map((line) => line.replace("石先生您好", "您好").replace("石先生跟您", "跟您"));
    expect(deducted(score(unused))).toEqual([["未询问或称呼姓氏", [4]]]);
    expect(deducted(score(unused.map((line) => line.replace("我姓石", "不想说"))))).toEqual([]);
  });

  it("counts a silence without a phrase or without its renewal, not one that is announced in time", () => {
    expect(deducted(score(clean, { 4: { gapMs: 31_000 } }))).toEqual([["等待超30秒无提示", [4]]]);
    expect(deducted(score(clean, { 4: { gapMs: 29_000 } }))).toEqual([]);
    const waits = saying(
      4,
      "坐：请稍等，我帮您查询一下。",
      "坐：对不起，我正在为您查询，请您再稍等一下。",
      "坐：石先生您好，请问是哪个小区？",
    );
    expect(deducted(score(waits, { 5: { gapMs: 25_000 }, 6: { gapMs: 25_000 } }))).toEqual([]);
    expect(deducted(score(waits, { 5: { gapMs: 35_000 } }))).toEqual([["等待超30秒无提示", [5]]]);
  });

  it("lets a caller who only asks whether anybody is there not end the silence", () => {
    const lines = saying(4, "民：喂？还在吗？", "坐：石先生您好，请问是哪个小区？");
    expect(deducted(score(lines, { 4: { gapMs: 20_000, lengthMs: 1000 }, 5: { gapMs: 15_000 } }))).toEqual([
      ["等待超30秒无提示", [5]],
    ]);
  });

  it("does not blame the agent for a silence the caller asked for", () => {
    const lines = saying(5, "民：你等我一下，我找找门牌。", "坐：石先生，找到了吗？", "民：翠园小区南门口，特别危险。");
    expect(deducted(score(lines, { 6: { gapMs: 40_000 } }))).toEqual([]);
  });

  it("tells cutting in by the times, not a back-channel nor a short overlap", () => {
    const cut = saying(5, "民：翠园小区南门口，那天晚上我");
    expect(deducted(score(cut, { 6: { gapMs: -900 } }))).toEqual([["抢话", [6]]]);
    expect(deducted(score(cut, { 6: { gapMs: -300 } }))).toEqual([]);
    const nod = saying(5, "民：翠园小区南门口，那天晚上我骑车", "坐：嗯。", "民：差点摔了。");
    expect(
      deducted(score(nod, { 5: { lengthMs: 8000 }, 6: { gapMs: -4000, lengthMs: 500 }, 7: { gapMs: 4000 } })),
    ).toEqual([]);
  });

  it("wants the matter said back before it is passed on", () => {
    const lines = [...clean.slice(0, 6), ...clean.slice(8)];
    expect(deducted(score(lines))).toEqual([["未确认来电人问题", [6]]]);
  });

  it("tells asking again what the caller has told, not an answer of how often others were told", () => {
    const lines = saying(6, "坐：石先生，您说的是哪个小区？", "民：刚才不是说了吗，翠园小区。", clean[6] ?? "");
    expect(deducted(score(lines))).toEqual([["反复询问", [6]]]);
    const before = saying(6, "坐：石先生，您之前找过物业吗？", "民：找了，都说过两回了，不管。", clean[6] ?? "");
    expect(deducted(score(before))).toEqual([]);
  });

  it("tells a call led in bare questions", () => {
    const curt = [
      "坐：您好，请问您需要什么帮助？",
      "民：路灯不亮。",
      "坐：姓什么？",
      "民：我姓石。",
      "坐：在哪？",
      "民：翠园小区。",
      "坐：几天了？",
      "民：三天。",
      "坐：石先生，翠园小区路灯三天不亮，是吧？",
      "民：对。",
      "坐：记了，还有别的没？",
      "民：没了。",
      "坐：感谢您的来电，再见。",
    ];
    expect(deducted(score(curt)).map(([item]) => item)).toContain("缺少礼貌用语");
  });

  it("tells a guess given for an answer, not an answer from the guide", () => {
    const asks = [
      "坐：您好，请问您需要什么帮助？",
      "民：我想问一下，护照过期了能加急办吗？",
      "坐：请问您贵姓？",
      "民：我姓石。",
      "坐：石先生，您是想咨询护照过期加急办理，对吗？",
      "民：对，要几天？",
    ];
    const ends = ["民：好。", "坐：请问您还需要其他帮助吗？", "民：没有了。", "坐：感谢您的来电，再见。"];
    const answer = (words: string) => score([...asks, words, ...ends], {}, {}, draftOf({ directAnswer: true }));
    expect(deducted(answer("坐：应该就三五天吧，我觉得差不多。"))).toEqual([["随意答复无依据", [6]]]);
    expect(deducted(answer("坐：根据办理指南，加急七个工作日办结。"))).toEqual([]);
  });

  it("charges the two items of row 7 once", () => {
    const result = score(saying(8, "坐：这个不归我们管。", "坐：您自己去找物业吧。"));
    expect(deducted(result).map(([item]) => item)).toEqual(["推诿应受理事项", "让来电人自行联系而不受理"]);
    expect(result).toMatchObject({ score: 90, band: 35 });
  });

  it("does not call it shirking to name the channel where the matter belongs", () => {
    const words = saying(8, "坐：已经判决的事项不属于热线受理范围，您可以拨打12368，请问您还有其他问题要反映吗？");
    expect(deducted(score(words, {}, {}, draftOf({ scope: "诉讼仲裁" })))).toEqual([]);
  });

  it("leaves a line the recogniser was unsure of to a person", () => {
    const call = callOf(saying(4, "坐：石先生，这个我不清楚。"));
    const unsure = {
      ...call,
      utterances: call.utterances.map((each) => (each.i === 4 ? { ...each, lowConfidence: true } : each)),
    };
    const item = scoreByRubric(rules, unsure, draftOf()).items.find((each) => each.row === 9);
    expect(item).toMatchObject({ verdict: "待人工", deduction: 0, utterances: [4] });
  });

  it("scores no web message, and of a callback only the rows that apply", () => {
    const web = Call.parse({ ...callOf(["民：路灯坏了。"]), direction: "web" });
    expect(scoreByRubric(rules, web, draftOf())).toMatchObject({ score: null, band: null });
    const callback = score(clean, {}, { direction: "callback" }, draftOf());
    expect(callback.items.filter((item) => item.verdict === "不适用").map((item) => item.row)).toContain(1);
    expect(callback.score).toBe(100);
  });

  it.each([
    [59, 0],
    [60, 5],
    [64, 5],
    [65, 10],
    [69, 10],
    [70, 15],
    [75, 20],
    [80, 25],
    [85, 30],
    [90, 35],
    [94, 35],
    [95, 40],
    [100, 40],
    [59.4, 0],
    [59.5, 5],
  ])("earns of %d points %d", (points, band) => {
    expect(bandOf(rules.rubric, points)).toBe(band);
  });

  it("bands a month as the city chose: each recording, or their mean", () => {
    const counting = { ...rules.rubric.counting, averaging: "先平均后定档" as const };
    expect(bandOfMonth(rules.rubric, [100, 50])).toBe(20);
    expect(bandOfMonth(rules.rubric, [100, 60])).toBe(22.5);
    expect(bandOfMonth({ ...rules.rubric, counting }, [100, 60])).toBe(25);
    expect(bandOfMonth(rules.rubric, [])).toBeNull();
  });

  it("lets the other rows weigh more where the city spreads rows that do not apply", () => {
    const counting = { ...rules.rubric.counting, notApplicable: "按比例折算" as const };
    expect(pointsOff(rules.rubric, 10, 60)).toBe(10);
    expect(pointsOff({ ...rules.rubric, counting }, 10, 60)).toBe(20);
  });

  it("counts every place where the city does", () => {
    const counting = { ...rules.rubric.counting, repeated: "每处一次" as const };
    const twice = callOf(saying(4, "坐：石先生，这个我不清楚。", "民：那谁清楚？", "坐：这个我也不知道。"));
    expect(scoreByRubric(rules, twice, draftOf()).score).toBe(95);
    expect(scoreByRubric({ ...rules, rubric: { ...rules.rubric, counting } }, twice, draftOf()).score).toBe(90);
  });
});
