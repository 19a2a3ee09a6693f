import { describe, expect, test } from "vitest";
import { categoryFor } from "../classify/category.ts";
import type { Call, Draft } from "../orders/index.ts";
import { loadRules } from "../platform/rules/index.ts";
import { agenciesFor } from "./agencies-for.ts";

const rules = loadRules("rules", "yunling");

/** A call in which the citizen says `said` and the agent then says `answer`. */
function callOf(said: string, answer = "好的，已为您记录。"): Call {
  const turn = { startMs: 0, endMs: 0 };
  return {
    id: "t",
    direction: "inbound",
    startedAt: "2026-03-05T09:12:00+08:00",
    utterances: [
      { i: 0, speaker: "citizen", ...turn, text: said },
      { i: 1, speaker: "agent", ...turn, text: answer },
    ],
  };
}

function draftOf(said: string, own: Partial<Draft> = {}): Draft {
  const kind = own.kind ?? "投诉";
  return {
    kind,
    kindConfidence: 1,
    kindWhy: "",
    urgent: "一般",
    urgentClass: null,
    urgentWhy: "",
    scope: "受理",
    scopeWhy: "",
    category: categoryFor(rules, { citizenText: said, restatement: "", event: said, kind }),
    district: null,
    street: null,
    confidential: false,
    elements: { event: { value: said, status: "已记录", quote: null, evidence: [0], engine: "rules" } },
    missing: [],
    threatQuotes: [],
    title: "",
    summary: "",
    directAnswer: false,
    ...own,
  };
}

function route(said: string, own: Partial<Draft> = {}, answer?: string) {
  return agenciesFor(rules, { draft: draftOf(said, own), call: callOf(said, answer) });
}

describe("a clear matter goes straight to the body whose duty it is (R-R1)", () => {
  test.each([
    ["家里从早上就停水了，自来水一滴没有", "云岭水务集团"],
    ["我们这栋楼停电三个小时了", "国网云岭供电公司"],
    ["暖气片冰凉，热力公司说在修，修了三天", "云岭热力集团"],
    ["燃气表坏了，充不进去气费", "云岭燃气集团"],
    ["路口的路灯全不亮，井盖也翘起来了", "市城市管理局"],
    ["工地夜里还在施工，打桩机响到两点", "市住房和城乡建设局"],
    ["物业费涨了，物业公司啥也不管", "市住房和城乡建设局"],
    ["老板欠我三个月工资不给，也没签劳动合同", "市人力资源和社会保障局"],
    ["饭店的菜里有蟑螂，吃完拉肚子，食品安全没人管吗", "市市场监督管理局"],
    ["化工厂半夜偷排废气，刺鼻得很", "市生态环境局"],
    ["红绿灯坏了，路口乱成一团", "市公安局交通警察支队"],
    ["出租车司机拒载还绕路", "市交通运输局"],
    ["楼下烧烤店跳广场舞的音响太吵，扰民", "市公安局"],
    ["学校乱收费，补课费一学期两千", "市教育局"],
    ["低保怎么停了，没人通知我", "市民政局"],
    ["公积金贷款批不下来", "市住房公积金管理中心"],
    ["宽带扣费，电信公司不给退", "市通信管理局"],
  ])("%s", (said, lead) => {
    expect(route(said)).toMatchObject({ lead, abstained: false });
  });
});

describe("the place", () => {
  const flood = "暴雨倒灌进小区，山洪冲下来，几户人家被淹了，需要转移群众";
  const place = { district: "西山区", street: "松峪镇" };

  test("a local disaster goes to the town, the district gets a copy (R-R2)", () => {
    const routed = route(flood, { ...place, urgent: "紧急", urgentClass: "极端天气" });
    expect(routed.lead).toBe("西山区松峪镇人民政府");
    expect(routed.copyTo).toEqual(["西山区人民政府"]);
    expect(routed.why).toContain("R-R2");
    expect(routed.co).not.toContain("西山区松峪镇人民政府");
  });

  test("a department's order has no copy to the district", () => {
    expect(route("路灯不亮", { district: "东湖区", street: "望湖街道" })).toMatchObject({
      lead: "市城市管理局",
      copyTo: [],
    });
  });

  test("the street helps where the matter is partly local, and an ordinary question bothers no street", () => {
    const own = { district: "高新区", street: "科苑街道" };
    expect(route("物业不管，业委会也选不出来", own).co).toContain("高新区科苑街道办事处");
    expect(route("物业费多少钱一平有规定吗", { ...own, kind: "咨询" }).co).toEqual([]);
  });

  test("a matter that bodies push to each other, none of them standing out, goes to the district (R-R3)", () => {
    const said = "河堤上堆的垃圾桶都满了，水务局和城管互相推，踢皮球";
    const pushed = route(said, { district: "南溪县" });
    expect(pushed.lead).toBe("南溪县人民政府");
    expect(pushed.co).toEqual(expect.arrayContaining(["市水务局", "市城市管理局"]));
    expect(route(said.replace("互相推，踢皮球", "都去看过"), { district: "南溪县" }).lead).not.toBe("南溪县人民政府");
  });

  test("so does a clear item that no duty names, and without a district the engine abstains", () => {
    const category = { level1: "其他类", item: "民族宗教", confidence: 0.9, candidates: [] };
    const own = { category, elements: {} };
    expect(route("嗯", { ...own, district: "南溪县" })).toMatchObject({ lead: "南溪县人民政府", abstained: false });
    expect(route("嗯", own)).toMatchObject({ lead: null, abstained: true });
  });
});

describe("urgent matters", () => {
  test("are phoned at once (R-R6), and unrest is told to the police (R-R7)", () => {
    const routed = route("再不发工资我就从楼上跳下去", { urgent: "紧急", urgentClass: "不稳定因素" });
    expect(routed.co).toContain("市公安局");
    expect(routed.why).toMatch(/R-R6.*R-R7/s);
  });

  test("a grave incident is told to emergency management (R-R8), a plain outage is not", () => {
    const grave = { urgent: "紧急", urgentClass: "突发事件" } as const;
    expect(route("工地塌方了，两个人被埋", grave).co).toEqual(
      expect.arrayContaining(["市应急管理局", "市消防救援支队"]),
    );
    const outage = { urgent: "紧急", urgentClass: "基本民生保障" } as const;
    expect(route("整个小区停电", outage).co).not.toContain("市应急管理局");
  });
});

test("what a caller threatens to do is no duty word", () => {
  const threat = "明天我们就去把公交车堵了";
  const said = `学校乱收费没人管，${threat}`;
  const own = { threatQuotes: [threat], urgent: "紧急", urgentClass: "不稳定因素" } as const;
  expect(route(said, { ...own, threatQuotes: [] }).candidates.map(({ name }) => name)).toContain("云岭公交集团");
  expect(
    route(said, { ...own, threatQuotes: [threat], category: draftOf("学校乱收费").category }).candidates.map(
      ({ name }) => name,
    ),
  ).not.toContain("云岭公交集团");
});

test("wages unpaid on a building site bring in the building authority", () => {
  const routed = route("包工头拖欠我们工地农民工工资");
  expect(routed.lead).toBe("市人力资源和社会保障局");
  expect(routed.co).toContain("市住房和城乡建设局");
});

describe("matters that are not taken in", () => {
  test.each(["诉讼仲裁", "纪检监察", "信访", "行政复议", "政府信息公开", "辖区外"] as const)(
    "%s has no lead",
    (scope) => {
      const routed = route("物业费纠纷", { scope });
      expect(routed).toMatchObject({ lead: null, co: [], copyTo: [], abstained: false });
      expect(routed.why).toMatch(/^R-S[34] /);
    },
  );

  test.each([
    ["110", "市公安局"],
    ["119", "市消防救援支队"],
    ["120", "市卫生健康委员会"],
    ["122", "市公安局交通警察支队"],
  ] as const)("%s carries the body that would get it", (scope, lead) => {
    expect(route("快来人啊", { scope }).lead).toBe(lead);
  });

  test("a repeated request carries the body that would get it", () => {
    expect(route("路灯还是不亮", { scope: "重复诉求" }).lead).toBe("市城市管理局");
  });
});

describe("what the agent says", () => {
  const said = "小区门口那个事还是没解决，麻烦再催一下";

  test("names the body that gets the order", () => {
    expect(route(said, {}, "好的，我把您的情况转给市水务局处理。").lead).toBe("市水务局");
  });

  test("but a question about earlier steps names nobody", () => {
    const routed = route(said, {}, "您之前向水务局反映过吗？");
    expect(routed).toMatchObject({ lead: null, abstained: true });
  });

  test("and who will be told becomes a co-handler", () => {
    const routed = route("工厂的机器太吵", {}, "我们会同时通知应急局。");
    expect(routed.lead).toBe("市生态环境局");
    expect(routed.co).toContain("市应急管理局");
  });
});

test("without any word of a duty the engine abstains, lists the place, and says so", () => {
  const routed = route("我也说不清楚", { district: "东湖区", street: "白塔镇", category: { ...draftOf("").category } });
  expect(routed).toMatchObject({ lead: null, abstained: true });
  expect(routed.candidates.map(({ name }) => name)).toEqual(["东湖区白塔镇人民政府", "东湖区人民政府"]);
  expect(routed.why).toContain("人工");
});

test("a petition office is never an organizer", () => {
  expect(route("我要去信访局上访，信访办也去过了").candidates.map(({ name }) => name)).not.toContain("市信访局");
});

test("the reason names the duty and the words; candidates are at most five, each body once", () => {
  const routed = route("路灯不亮，垃圾没人清，工地施工吵，停水又停电，还欠工资，学校乱收费");
  expect(routed.why).toMatch(/职责“.+”，听到“.+”/);
  const names = routed.candidates.map(({ name }) => name);
  expect(names).toHaveLength(5);
  expect(new Set(names).size).toBe(5);
});

describe("who else handles it", () => {
  const heard: [string, string, Partial<Draft>][] = [
    ["市交通运输局", "二十七路公交车到站不停，司机直接开过去了。", {}],
    ["市市场监督管理局", "学校开学强制买校服，一套三百块钱，不买不行，乱收费。", {}],
    ["市公安局", "网吧让未成年人上网，从来不查身份证。", { kind: "举报" }],
    ["南溪县河口镇人民政府", "我是参战老兵，优抚补助停了两个月没发。", { district: "南溪县", street: "河口镇" }],
  ];
  test("the police have nothing to do with the interest of a loan", () => {
    const said = "我想问一下银行的贷款利息是怎么算的。";
    expect(agenciesFor(rules, { draft: draftOf(said, { kind: "咨询" }), call: callOf(said) }).co).not.toContain(
      "市公安局",
    );
  });
  test.each(heard)("%s: %s", (co, said, own) => {
    expect(agenciesFor(rules, { draft: draftOf(said, own), call: callOf(said) }).co).toContain(co);
  });
});
