import { describe, expect, test } from "vitest";
import { cpuMs } from "../../../tests/support/cpu-ms.ts";
import { loadRules } from "../../platform/rules/index.ts";
import { type Comparable, compareArticles, refusedWords } from "./compare-articles.ts";

const { knowledge } = loadRules("rules", "yunling");
const article = (title: string, body: string, more: Partial<Comparable> = {}): Comparable => ({
  title,
  body,
  region: null,
  validFrom: null,
  validUntil: null,
  ...more,
});
const card = article(
  "社会保障卡补办要多少钱",
  "社会保障卡首次补办免收工本费，再次补办收取工本费二十元。即时制卡网点当场领取。",
);

describe("compareArticles", () => {
  test("the same question with another figure is a contradiction, told with both sentences", () => {
    const other = article("社会保障卡补办多少钱", "社会保障卡首次补办免收工本费，再次补办收取工本费30元。请带身份证。");
    expect(compareArticles(card, other)).toMatchObject({
      kind: "contradiction",
      why: "数字不同：二十元 / 30元",
      quote: "社会保障卡首次补办免收工本费，再次补办收取工本费二十元。",
      otherQuote: "社会保障卡首次补办免收工本费，再次补办收取工本费30元。",
      overlap: { from: null, until: null },
    });
  });

  test("the same figure in other writing is none", () => {
    const other = article(card.title, card.body.replace("二十元", "20元"));
    expect(compareArticles(card, other)).toMatchObject({ kind: "duplicate" });
  });

  test("articles that never hold at once do not contradict each other", () => {
    const turn = new Date("2026-01-01T00:00:00+08:00");
    const old = { ...card, validUntil: turn };
    const later = { ...card, body: card.body.replace("二十", "三十"), validFrom: turn };
    expect(compareArticles(old, later)).toBeNull();
    const overlapping = { ...later, validFrom: new Date("2025-12-01T00:00:00+08:00") };
    expect(compareArticles(old, overlapping)?.overlap).toEqual({ from: overlapping.validFrom, until: turn });
  });

  test("two districts may have two answers, a district and the city may not", () => {
    const east = { ...card, region: "东湖区" };
    const dearer = { ...card, body: card.body.replace("二十", "三十") };
    expect(compareArticles(east, { ...dearer, region: "西山区" })).toBeNull();
    expect(compareArticles(east, dearer)?.kind).toBe("contradiction");
  });

  test("one says that an appointment is needed, the other that it is not", () => {
    const yes = article("婚姻登记预约", "办理婚姻登记需要提前在网上预约。");
    const no = article("婚姻登记预约", "办理婚姻登记不需要提前在网上预约。");
    expect(compareArticles(yes, no)).toMatchObject({ kind: "contradiction", why: "一处说是，一处说否" });
  });

  test.each([
    [
      "another year in the title",
      article("2025年度高龄津贴", "八十岁以上老人每月发放津贴一百元。"),
      article("2026年度高龄津贴", "八十岁以上老人每月发放津贴二百元。"),
    ],
    [
      "another level",
      article("残疾人补贴标准", "持有一级残疾证的每月发放护理补贴一百元。"),
      article("残疾人补贴标准", "持有二级残疾证的每月发放护理补贴八十元。"),
    ],
    [
      "another window",
      article("公积金提取", "公积金提取业务请到1号窗口办理。"),
      article("公积金提取", "公积金提取业务请到2号窗口办理。"),
    ],
    [
      "another article of the law",
      article("条例解读", "第三条规定居民应当分类投放垃圾。"),
      article("条例解读", "第四条规定居民应当分类投放垃圾。"),
    ],
    ["another matter", card, article("居住证补办要多少钱", "居住证遗失的，到派出所补办，收取工本费二十五元。")],
    [
      "two tiers that both have",
      article("水价", "第一阶梯每立方米三元。第二阶梯每立方米五元。"),
      article(
        "水价说明",
        "第一阶梯每立方米三元。第二阶梯每立方米五元。用水请节约并注意查收账单，欢迎通过小程序缴费或者到营业厅办理。",
      ),
    ],
  ])("%s is no contradiction", (_, left, right) => {
    expect(compareArticles(left, right)?.kind).not.toBe("contradiction");
  });

  test("a copy with a word changed is a near duplicate by its shingles", () => {
    const body = `${card.body}补卡期间可使用电子社保卡就医购药，不影响待遇发放。委托他人代办的，需同时出示双方身份证和委托书。`;
    const found = compareArticles(
      article("补卡", body),
      article("社保卡丢了怎么办", body.replace("就医购药", "看病购药")),
    );
    expect(found).toMatchObject({ kind: "duplicate", why: expect.stringMatching(/^正文几乎相同（\d+%）$/) });
  });

  test("two long articles are compared in seconds, not minutes", () => {
    const long = (n: number) => Array.from({ length: 3_000 }, (_, at) => `第${at}种情形每月补贴${at + n}元。`).join("");
    expect(cpuMs(() => compareArticles(article("补贴", long(1)), article("补贴", long(2))))).toBeLessThan(20_000);
  }, 30_000);
});

describe("refusedWords", () => {
  test("the negative example of the sources is found", () => {
    const sentence = "如果您在街头遭遇犯罪事件，请拨打12345热线，报告案情。";
    expect(refusedWords(knowledge.refusals, `您好。${sentence}谢谢。`)).toEqual([
      { quote: sentence, why: expect.stringContaining("110") },
    ]);
  });

  test.each(["发现火灾请马上打12345。", "发生交通事故的，联系12345登记。", "请拨打12345报案。"])(
    "so is %s",
    (sentence) => {
      expect(refusedWords(knowledge.refusals, sentence)).toHaveLength(1);
    },
  );

  test.each([
    "遇到火灾请拨打119，不要拨打12345。",
    "如遭遇犯罪事件请拨打110报警，12345不受理紧急警情。",
    "遇到火灾请拨打119，非紧急诉求请拨打12345。",
    "路灯不亮请拨打12345反映。",
    "对消防隐患的投诉可以拨打12345。",
  ])("but not %s", (sentence) => {
    expect(refusedWords(knowledge.refusals, sentence)).toEqual([]);
  });
});
