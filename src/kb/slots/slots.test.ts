import { describe, expect, test } from "vitest";
import { loadRules } from "../../platform/rules/index.ts";
import { callValues } from "./call-values.ts";
import { fillSlots } from "./fill-slots.ts";
import { parseSlots } from "./parse-slots.ts";
import type { SlotValue } from "./schema.ts";
import { slotText } from "./slot-value.ts";

const { knowledge } = loadRules("rules", "yunling");
const person = (value: string): SlotValue => ({ value, by: "person", utterance: null });

describe("parseSlots", () => {
  test("reads name and type, with either colon, and text when no type is named", () => {
    const { slots, faults } = parseSlots("{{姓名}}，您{{日期：date}}的{{ 金额 : amount }}已到。");
    expect(slots).toEqual([
      { name: "姓名", type: "text" },
      { name: "日期", type: "date" },
      { name: "金额", type: "amount" },
    ]);
    expect(faults).toEqual([]);
  });

  test("the same slot twice is one slot, in two places", () => {
    const { parts, slots } = parseSlots("{{姓名}}您好，{{姓名:text}}再见");
    expect(slots).toHaveLength(1);
    expect(parts.filter((part) => typeof part !== "string")).toHaveLength(2);
  });

  test.each([
    ["第一行\n{{金额:钱}}", "第 2 行：不认识的空位类型“钱”，可用 text、date、amount、order、phone、number"],
    ["{{ :date}}", "第 1 行：空位没有名称，应写作 {{姓名:text}}"],
    ["{{日期:date}}\n\n{{日期:text}}", "第 3 行：空位“日期”前面的类型是 date，同名空位的类型要一致"],
    ["{{姓名:text", "第 1 行：“{{”没有成对"],
    ["好}}的", "第 1 行：“}}”没有成对"],
    ["{{日期:date:time}}", "第 1 行：不认识的空位类型“date:time”，可用 text、date、amount、order、phone、number"],
  ])("tells what is wrong with %j and keeps the words", (text, fault) => {
    const parsed = parseSlots(text);
    expect(parsed.faults).toEqual([fault]);
    expect(fillSlots(text, new Map()).text.replaceAll("〔日期〕", "{{日期:date}}")).toBe(text);
  });
});

describe("slotText", () => {
  test.each([
    ["date", "2026-03-05", "2026年3月5日"],
    ["date", "2026-03-05T09:12:00+08:00", "2026年3月5日"],
    ["date", "2026年03月05日", "2026年3月5日"],
    ["date", "2月29日", "2月29日"],
    ["amount", "1,200.50", "1200.50元"],
    ["amount", "3万元", "3万元"],
    ["phone", "0531-8888 6666", "053188886666"],
    ["order", "YL20260305-0001", "YL20260305-0001"],
    ["number", "-3.5", "-3.5"],
  ] as const)("%s %s is written %s", (type, value, text) => {
    expect(slotText(type, value)).toEqual({ text });
  });

  test.each([
    ["date", "2026-02-30"],
    ["date", "昨天晚上"],
    ["date", "13月1日"],
    ["amount", "很多钱"],
    ["phone", "12"],
    ["order", "工单"],
    ["number", "三"],
    ["text", "  "],
  ] as const)("%s does not take %j", (type, value) => {
    expect(slotText(type, value)).toHaveProperty("fault");
  });
});

describe("fillSlots", () => {
  const text = "{{姓名:text}}，您{{日期:date}}申请的{{金额:amount}}已到账。";

  test("marks who gave each value, and leaves open what nobody gave", () => {
    const values = new Map([
      ["姓名", { value: "王先生", by: "call", utterance: 3 } as const],
      ["日期", person("2026-03-05")],
    ]);
    const filled = fillSlots(text, values);
    expect(filled.text).toBe("王先生，您2026年3月5日申请的〔金额〕已到账。");
    expect(filled.open).toEqual(["金额"]);
    expect(filled.parts.filter((part) => part.slot).map((part) => [part.text, part.filled, part.utterance])).toEqual([
      ["王先生", "call", 3],
      ["2026年3月5日", "person", null],
      ["〔金额〕", null, null],
    ]);
  });

  test("a person is told of a value that does not fit; a caller's vague one only leaves the slot open", () => {
    expect(fillSlots(text, new Map([["日期", person("下周")]])).faults).toEqual(["日期：应为日期，如 2026年3月5日"]);
    const vague = new Map([["日期", { value: "下周", by: "call", utterance: 1 } as const]]);
    expect(fillSlots(text, vague)).toMatchObject({ faults: [], open: ["姓名", "日期", "金额"] });
  });

  test("a value with braces or dollar signs is only words", () => {
    expect(fillSlots("{{姓名}}", new Map([["姓名", person("{{金额}} $& $1")]])).text).toBe("{{金额}} $& $1");
  });
});

describe("callValues", () => {
  const element = (value: string | null, evidence: number[]) =>
    ({ value, status: "已记录", quote: value, evidence, engine: "rules" }) as const;
  const order = {
    id: "YL202603050001",
    title: "科苑路夜间施工噪声",
    district: "东湖区",
    agencies: { lead: "市住建局", confidence: 1, why: "", co: [], copyTo: [], candidates: [], abstained: false },
    elements: { name: element("王女士", [2]), time: element("昨晚十点", [4]), contact: element(null, []) },
  };

  test("takes what is recorded, with the utterance it was said in", () => {
    const values = callValues(knowledge.slotSources, order, "2026-03-05T09:12:00+08:00");
    expect(values.get("姓名")).toEqual({ value: "王女士", by: "call", utterance: 2 });
    expect(values.get("工单号")?.value).toBe("YL202603050001");
    expect(values.get("承办单位")?.value).toBe("市住建局");
    expect(values.get("来电日期")?.value).toBe("2026-03-05");
    expect(values.has("联系电话")).toBe(false);
  });
});

describe("the templates of the rules", () => {
  test.each(knowledge.templates.map((template) => [template.id, template.text]))("%s can be read", (_, text) => {
    expect(parseSlots(text).faults).toEqual([]);
  });

  test("the seven of S2 and one for each outcome of S4 5.3.2.3 are there", () => {
    expect(knowledge.templates.filter(({ clause }) => clause === "S2 答复范本")).toHaveLength(7);
    const clauses = new Set(knowledge.templates.map(({ clause }) => clause));
    for (const last of [3, 4, 5, 6, 7]) expect(clauses).toContain(`S4 5.3.2.3.${last}`);
    expect(knowledge.templates.flatMap(({ outcome }) => outcome ?? []).sort()).toEqual(
      ["不合理诉求", "不能解决", "已解决", "未解决"].sort(),
    );
  });

  test("a template that promises something names what it needs", () => {
    for (const id of ["S2-5", "S2-7"])
      expect(knowledge.templates.find((each) => each.id === id)?.needs).toEqual(["承办单位", "条款"]);
  });
});
