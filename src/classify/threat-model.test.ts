import { expect, test } from "vitest";
import { loadRules } from "../platform/rules/index.ts";
import { readTalk } from "./talk/talk.ts";
import { callOf, draftOf, greeting } from "./test-call.ts";
import { quotedThreats, readThreats } from "./threat-model.ts";
import { threatsHeard } from "./threats-heard.ts";

const { listening } = loadRules("rules", "yunling");
const before = [greeting, "市民：我那个工伤的事跑了一年多了。"];
const alarm = "坐席：您别激动，我马上作为紧急事项上报。";

test.each(["他要再来，我就让他横着出去", "我就把我爹的棺材抬他们院里去", "我就在他店门口搭灵棚，让他做不成买卖"])(
  "a threat in words of no list is quoted, and the reason asks a person to look: %s",
  (words) => {
    const { urgent, urgentClass, threatQuotes, urgentWhy } = draftOf(...before, `市民：${words}。`, alarm);
    expect([urgent, urgentClass, threatQuotes]).toEqual(["紧急", "不稳定因素", [words]]);
    expect(urgentWhy).toContain("请核对原话");
  },
);

/** Threats of which the rules know no word, that an agent answers as one does who has heard one. */
const unlisted: [string, string, string][] = [
  [
    "我也想通了，月圆那天我把闺女的照片揣怀里，顺着那条江往下漂。",
    "顺着那条江往下漂",
    "您千万别这么想，我马上派人上门",
  ],
  ["初八开庭，他要敢笑一声，我当场就让他笑不出来。", "当场就让他笑不出来", "请您冷静，这样做是违法的，我马上上报"],
  [
    "俺们庄百十口子，明儿个都上你们收费口睡觉去，啥时候给钱啥时候起。",
    "都上你们收费口睡觉去",
    "请大家千万不要这样，那是扰乱秩序，我马上紧急上报",
  ],
];

test.each(unlisted)("a call becomes urgent by what is said and how the agent takes it: %s", (told, words, reply) => {
  const draft = draftOf(...before, `市民：${told}`, `坐席：${reply}。`);
  expect([draft.urgent, draft.urgentClass]).toEqual(["紧急", "不稳定因素"]);
  expect(draft.threatQuotes.some((quote) => quote.includes(words))).toBe(true);
});

/** Hot words, plans, lawful steps and danger, whatever the agent answers. */
const near: [string, string][] = [
  ["这空调一宿一宿地响，吵得我死的心都有了。", "您保重身体，我马上给您登记"],
  ["再拖下去我就去申请仲裁，该怎么赔怎么赔。", "请您冷静，依法维权，我给您登记"],
  ["明天我们想把院里那面旧墙拆了重新砌，跟你们报备一下。", "要先报备，我给您登记，马上转规划部门"],
  ["那年我也在桥上站过，后来想开了，现在就想把低保办了。", "您现在能这样想太好了，我给您登记"],
  ["楼下烧烤店油烟太大了，一到晚上就呛得睡不着。", "您先别着急，我马上给您上报"],
  ["楼下烧烤店油烟太大了，一到晚上就呛得睡不着。", "请您冷静，您可以依法维权，我马上上报"],
  ["孩子学校门口的路灯坏了，晚上放学看不见。", "您先别着急，我马上给您上报"],
  ["孩子学校门口的路灯坏了，晚上放学看不见。", "请您冷静，我马上上报领导"],
  ["孩子学校门口的路灯坏了，晚上放学看不见。", "您先别急，您千万注意孩子安全，我马上派人上门"],
  ["老板欠我两万块工资，三个月了一直不给。", "您千万别挂，我马上给您转接领导"],
  ["小区停车费又涨了，一个月三百，也没跟我们商量。", "您先别生气，我马上给您上报"],
  ["我弟弟卡在山沟里了，我现在就下去拉他。", "您千万别下去，我马上联系救援"],
];

test.each(near)("no threat: %s", (told, reply) => {
  const { urgentClass, threatQuotes } = draftOf(...before, `市民：${told}`, `坐席：${reply}。`);
  expect([urgentClass === "不稳定因素", threatQuotes]).toEqual([false, []]);
});

/** What a caller says outright is not lost by what an agent answers. */
const plain = [
  "我要跳楼",
  "我要自焚",
  "我要跳桥",
  "我要喝农药",
  "我要杀了他全家",
  "我要点了他家房子",
  "我活不下去了，写好遗书了",
  "我去派出所门口泼汽油",
  "我要拿煤气罐把他家炸了",
];

test.each(plain)("a plain threat counts however blandly the agent answers: %s", (told) => {
  for (const reply of ["好的，我给您登记一下", "嗯，您说", "我马上给您登记", "我给您登记，转派出所核实"]) {
    const { urgent, urgentClass } = draftOf(greeting, `市民：${told}。`, `坐席：${reply}。`);
    expect([reply, urgent, urgentClass]).toEqual([reply, "紧急", "不稳定因素"]);
  }
});

const complaint = "物业收费不公示，电梯老坏，楼道灯不亮，垃圾没人清，打电话没人接，绿化带也没人管。";

test.each([complaint.repeat(15), "😀".repeat(20_000), "楼上漏水，说了多少次都不改，".repeat(40)])(
  "many words that hardly tell of a threat do not add up to one, talk %#",
  (told) => {
    const { urgent, urgentClass } = draftOf(greeting, `市民：${told}`, "坐席：请您冷静，我马上上报领导。");
    expect([urgent, urgentClass]).toEqual(["一般", null]);
  },
);

test("two threats of one call are both quoted", () => {
  const told = ["市民：后天他们开盘，我们四百户拉着横幅把路堵上。", "坐席：请大家冷静。"];
  const more = ["市民：我妈说了，到时候她头一个躺车轱辘底下。", "坐席：请您千万劝住老人，我马上紧急上报。"];
  const quotes = draftOf(...before, ...told, ...more).threatQuotes.join("|");
  expect(quotes).toContain("拉着横幅把路堵上");
  expect(quotes).toContain("躺车轱辘底下");
});

test("equal threats are quoted once", () => {
  const said = ["市民：我要跳楼。", "坐席：您千万别冲动。"];
  expect(draftOf(...said, ...said, ...said).threatQuotes).toHaveLength(1);
});

test("speech without marks is quoted from where the threat begins to where it ends", () => {
  const told = "我媳妇都不跟我过了你给我听好了后天上午我就把这桶油浇他办公室里一把火我俩都别想出来你记下来没有";
  const { threatQuotes } = draftOf(...before, `市民：${told}`, alarm);
  const [quote = ""] = threatQuotes;
  expect(quote).toContain("我就把这桶油浇他办公室里");
  expect(quote).not.toContain("媳妇");
  expect(quote).not.toContain("记下来");
});

test("without a model the rules stand alone", () => {
  const talk = readTalk(callOf([...before, "市民：他要再来，我就让他横着出去。", alarm]), listening);
  const urgency = { urgent: "紧急" as const, urgentClass: "不稳定因素" as const, why: "", heard: [] };
  const reading = readThreats(talk);
  expect(readThreats(talk, null)).toBeNull();
  expect(threatsHeard(talk, urgency, () => null)).toEqual([]);
  expect(reading && quotedThreats(talk, reading)).toHaveLength(1);
});
