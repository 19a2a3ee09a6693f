import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leastCpuMs } from "../../tests/support/cpu-ms.ts";
import { type Call, Draft } from "../orders/index.ts";
import { loadRules } from "../platform/rules/index.ts";
import { draftFromCall } from "./draft-from-call.ts";
import { callOf, draftOf } from "./test-call.ts";

const rules = loadRules("rules", "yunling");

const complaint = [
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
  "坐席：好的，蒋女士跟您确认一下，您反映石门街道阳光花园二号楼底商老四烧烤店油烟扰民，物业协调无果，您希望让店家安装油烟净化设备，对吗？",
  "市民：对，得装上那个净化的。",
  "坐席：联系电话是您来电的这个号码吗？",
  "市民：是的。",
  "坐席：已经为您登记，请问您还有其他问题要反映吗？",
  "市民：没有了。",
  "坐席：感谢您的来电，再见。",
];

function quotesHold(call: Call, draft: Draft): void {
  for (const element of Object.values(draft.elements)) {
    const texts = call.utterances.filter((each) => element.evidence.includes(each.i)).map((each) => each.text);
    expect(texts).toHaveLength(new Set(element.evidence).size);
    if (element.quote !== null) expect(texts.some((text) => text.includes(element.quote ?? ""))).toBe(true);
    expect(element.value === null).toBe(element.status !== "已记录");
  }
}

describe("a whole complaint", () => {
  const draft = draftOf(...complaint);

  test("every element of 附录C.3 has its value, and nothing is missing", () => {
    expect(draft).toMatchObject({
      kind: "投诉",
      urgent: "一般",
      scope: "受理",
      district: "西山区",
      street: "石门街道",
      missing: [],
    });
    expect(draft.elements).toMatchObject({
      name: { value: "蒋丽萍" },
      contact: { value: "13900001111", evidence: [12, 13] },
      time: { value: "2026-05-15", quote: "上个月十五号" },
      place: { evidence: expect.arrayContaining([5]) },
      priorHandling: { evidence: [9] },
      demand: { value: "让店家安装油烟净化设备" },
    });
    expect(draft.elements.target?.value).toContain("老四烧烤店");
  });

  test("title and summary keep to their lengths and to the words of the call", () => {
    expect(draft.title.length).toBeLessThanOrEqual(30);
    expect(draft.title).toContain("老四烧烤店");
    expect(draft.summary.length).toBeGreaterThanOrEqual(80);
    expect(draft.summary.length).toBeLessThanOrEqual(200);
  });

  test("without punctuation the same is heard", () => {
    const bare = draftOf(...complaint.map((line) => line.replace(/[，。？]/gu, "")));
    expect(bare).toMatchObject({ kind: "投诉", district: "西山区", street: "石门街道" });
    expect(bare.elements).toMatchObject({
      name: { value: "蒋丽萍" },
      contact: { value: "13900001111" },
      time: { value: "2026-05-15" },
    });
  });

  test("a wrong speaker label on an agent's phrase does not make it the caller's", () => {
    const swapped = complaint.map((line, i) => (i === 14 ? line.replace("坐席", "市民") : line));
    expect(draftOf(...swapped).elements.priorHandling?.value).toBe(draft.elements.priorHandling?.value);
  });
});

describe("what is not said", () => {
  test("is missing, and says why", () => {
    const draft = draftOf(
      "坐席：请问您贵姓？",
      "市民：我不方便说。",
      "坐席：从什么时候开始的？",
      "市民：记不清了，我要投诉隔壁太吵。",
    );
    expect(draft.missing).toEqual(expect.arrayContaining(["name", "time", "place", "priorHandling"]));
    expect(draft.elements.name?.status).toBe("来电人不愿提供");
    expect(draft.elements.time?.status).toBe("来电人不清楚");
    expect(draft.elements.priorHandling?.status).toBe("未询问");
  });

  test("a suggestion without a reason lacks its reason", () => {
    expect(draftOf("市民：我建议在中心广场增设一个公共厕所。").missing).toContain("reason");
    const reasoned = draftOf("市民：我建议在中心广场增设一个公共厕所，因为老人遛弯找不到地方方便。");
    expect(reasoned.missing).not.toContain("reason");
    expect(reasoned.elements.reason?.value).toContain("找不到地方");
  });

  test("a consultation needs its content only", () => {
    const draft = draftOf("市民：我想问一下居住证怎么办理，要带什么材料？");
    expect(draft.missing).toEqual([]);
    expect(draft.elements.content?.value).toContain("居住证怎么办理");
    expect(draft.elements.place?.status).toBe("不适用");
  });

  test("an incident asks for what 附录C.5 adds", () => {
    const draft = draftOf("市民：锦江路那个酒楼着火了，好大的烟，我打了119了，消防车还没到。");
    expect(draft.elements.emergencyCalled).toMatchObject({ value: "是", status: "已记录" });
    expect(draft.elements.onSite).toMatchObject({ value: "否" });
  });
});

describe("answered, confidential", () => {
  test("a consultation the agent answers is answered directly; one that is passed on is not", () => {
    const question = "市民：我想咨询一下居住证怎么办理？";
    expect(
      draftOf(question, "坐席：根据市公安局的办事指南，您可以带上身份证和租房合同到派出所办理。").directAnswer,
    ).toBe(true);
    expect(draftOf(question, "坐席：好的，我给您登记转办，请您保持电话畅通。").directAnswer).toBe(false);
  });

  test.each([
    ["千万别说是我举报的，都是一个村的。", true],
    ["我的信息请帮我保密。", true],
    ["他们让我签了保密协议，也不给工资。", false],
    ["路灯坏了。", false],
  ])("%s is confidential: %s", (text, confidential) => {
    expect(draftOf(`市民：${text}`).confidential).toBe(confidential);
  });
});

describe("a web message", () => {
  test("goes the same way, with name, number, place and demand from one text", () => {
    const text =
      "你好，我叫秦晓东，电话13512345678。我是望湖街道湖滨社区居民，6月10日起小区门口路面塌了个坑一直没人修，请尽快修好。";
    const call = callOf([`市民：${text}`], { direction: "web", callerNumber: null });
    const { elements, street } = draftFromCall(rules, call);
    expect(street).toBe("望湖街道");
    expect(elements).toMatchObject({
      name: { value: "秦晓东" },
      contact: { value: "13512345678" },
      time: { value: "2026-06-10" },
    });
    expect(elements.demand?.quote).toContain("请尽快修好");
  });

  test("of five thousand characters takes no more than half a second, whatever it holds", () => {
    for (const unit of ["一", "水", "我们小区停水了", "村里的", "再不解决我就"]) {
      const text = unit.repeat(5000).slice(0, 5000);
      const call = callOf([`市民：${text}`], { direction: "web" });
      expect(leastCpuMs(3, () => draftFromCall(rules, call), 500)).toBeLessThan(500);
    }
  }, 30_000);
});

describe("any call at all", () => {
  const piece = fc.constantFrom(
    "我姓王，王小",
    "幺三八",
    "零零一一二二三三",
    "就打这个",
    "不对，是",
    "昨天晚上十点",
    "望湖街道",
    "金桥街到",
    "三号楼",
    "对",
    "是的",
    "您反映的是",
    "对吗？",
    "着火了",
    "我就从楼上跳下去",
    "再不",
    "起訴了",
    "嗯",
    " ",
    "，",
    "。",
    "找過物業",
    "希望",
    "請問您貴姓",
    "2026年",
    "😀",
    "一万二",
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((parts) => parts.join("")),
    fc.string({ unit: "grapheme", maxLength: 60 }),
  );
  const calls = fc
    .array(fc.tuple(fc.constantFrom("agent", "citizen", "unknown"), text), { minLength: 1, maxLength: 10 })
    .map(
      (turns): Call => ({
        ...callOf(["市民：喂"]),
        utterances: turns.map(([speaker, said], i) => ({
          i,
          speaker: speaker as "agent",
          startMs: i * 10,
          endMs: i * 10 + 5,
          text: said,
        })),
      }),
    );

  test("gives a valid draft whose quotes are exact words of the utterances they name", () => {
    fc.assert(
      fc.property(calls, (call) => {
        const draft = draftFromCall(rules, call);
        expect(Draft.safeParse(draft).success).toBe(true);
        quotesHold(call, draft);
        expect(draft.title.length).toBeLessThanOrEqual(30);
        expect(draft.summary.length).toBeLessThanOrEqual(200);
        for (const quote of draft.threatQuotes)
          expect(call.utterances.some((each) => each.text.includes(quote))).toBe(true);
      }),
      { numRuns: 100 },
    );
  }, 30_000);
});

describe("the verdict of a call tells its content item", () => {
  const verdicts: [string, string][] = [
    ["安全生产监督管理", "市民：废品收购站着火了，火苗两人多高，快来救火！"],
    ["卫生医疗", "市民：公园健身器材旁边有个老人突然晕倒了，怎么叫都叫不醒，快派救护车。"],
    ["治安管理", "市民：我看见有人正在撬服装店的门，偷羽绒服呢，赶紧派人来。"],
  ];
  test.each(verdicts)("%s: %s", (item, line) => {
    expect(draftOf(line).category.item).toBe(item);
  });
});

describe("a title", () => {
  test("names the other channel that the matter belongs to", () => {
    expect(draftOf("市民：我跟公司的工资纠纷已经申请劳动仲裁了，你们催催。").title).toContain("(诉讼仲裁)");
  });
  test("leaves out that somebody wants to suggest something", () => {
    const { title } = draftOf("市民：想提个小建议，市图书馆晚上能不能开到九点。");
    expect(title).toContain("图书馆");
    expect(title).not.toContain("小建议");
  });
});
