import { describe, expect, test } from "vitest";
import type { Draft } from "../orders/index.ts";
import { loadRules } from "../platform/rules/index.ts";
import { draftFromCall } from "./draft-from-call.ts";
import { recordQuality } from "./record-quality.ts";
import { callOf } from "./test-call.ts";

const rules = loadRules("rules", "yunling");
const call = callOf([
  "坐席：您好，请问您需要什么帮助？",
  "市民：我要投诉楼下的烧烤店，油烟全往我家灌，窗户都不敢开。",
  "坐席：请问您贵姓？",
  "市民：免贵姓蒋，蒋丽萍。",
  "坐席：蒋女士您好，请问具体在什么位置？",
  "市民：石门街道，阳光花园二号楼底商，老四烧烤店。",
  "坐席：从什么时候开始的？",
  "市民：从上个月十五号开业就这样。",
  "坐席：您之前向哪里反映过吗？",
  "市民：找过物业，物业说管不了，让我打这个电话。",
  "坐席：跟您确认一下，您反映石门街道阳光花园二号楼底商老四烧烤店油烟扰民，物业协调无果，您希望让店家安装油烟净化设备，对吗？",
  "市民：对，得装上那个净化的。",
  "坐席：感谢您的来电，再见。",
]);
const draft = draftFromCall(rules, call);

function fails(changes: Partial<Draft>): string[] {
  const { items } = recordQuality(rules, call, { ...draft, ...changes });
  return items.filter(({ ok }) => !ok).map(({ item }) => item);
}

describe("record quality", () => {
  test("a whole record has a hundred points, each with its clause", () => {
    const { score, items } = recordQuality(rules, call, draft);
    expect([score, items.filter(({ ok }) => !ok)]).toEqual([100, []]);
    for (const { why } of items) expect(why).toMatch(/（S4 .+）$/u);
  });

  const target = draft.elements.event ?? { value: null, status: "未询问", quote: null, evidence: [], engine: "rules" };
  const broken: [string, Partial<Draft>][] = [
    ["要素齐全", { elements: { ...draft.elements, name: { ...target, value: null, status: "未询问", quote: null } } }],
    ["地点能定位到区县、街道", { district: null, street: null }],
    ["地点能定位到区县、街道", { district: "西山区", street: "金桥街道" }],
    ["引用的话与通话一致", { elements: { ...draft.elements, event: { ...target, quote: "从来没有说过的话" } } }],
    ["引用的话与通话一致", { summary: `${draft.summary.slice(0, 90)}来电人称“我一把火点了它”。` }],
    ["各项前后一致", { urgent: "紧急" }],
    ["标题与内容相符", { title: "地铁三号线末班车延长运营" }],
    ["标题与内容相符", { title: "油烟".repeat(20) }],
    ["主要内容详略适当", { summary: "油烟扰民。" }],
    ["分类与内容相符", { category: { ...draft.category, level1: "其他类" } }],
  ];
  test.each(broken)("%s is missed when it is not so", (item, changes) => {
    expect(fails(changes)).toContain(item);
  });

  test("what the caller would not say is no fault of the record", () => {
    const name = { ...target, value: null, status: "来电人不愿提供" as const, quote: null };
    expect(fails({ elements: { ...draft.elements, name } })).toEqual([]);
  });

  test("the score is the weight of what holds", () => {
    const { score } = recordQuality(rules, call, { ...draft, summary: "油烟扰民。" });
    expect(score).toBeLessThan(100);
    expect(score).toBeGreaterThanOrEqual(80);
  });
});
