import { describe, expect, test } from "vitest";
import { Call } from "../../orders/index.ts";
import { loadRules } from "../../platform/rules/index.ts";
import { scoreByRubric } from "../score-by-rubric.ts";

const rules = loadRules("rules", "yunling");

/** The items that cost points, with the line of the agent, in a call whose middle is `lines`. */
function deducted(lines: readonly string[]): [string, number][] {
  const all = ["坐：您好，请问您需要什么帮助？", ...lines, "坐：感谢您的来电，再见。"];
  const utterances = all.map((line, i) => ({
    i,
    speaker: line.startsWith("坐") ? "agent" : "citizen",
    startMs: i * 4000,
    endMs: i * 4000 + 3500,
    text: line.slice(2),
  }));
  const call = Call.parse({ id: "t", direction: "inbound", startedAt: "2026-03-04T10:00:00+08:00", utterances });
  return scoreByRubric(rules, call, null).items.flatMap(({ item, verdict, utterances: at }) =>
    verdict === "扣分" && ["反复询问", "缺少礼貌用语"].includes(item) ? [[item, at[0] ?? -1] as [string, number]] : [],
  );
}

describe("asking again", () => {
  test("is told by an answer that only says what the caller said before, without a word of complaint", () => {
    const lines = [
      "民：你好，我们柳林街道锦绣花园三号楼，楼道灯全坏了。",
      "坐：好的先生，请问灯坏了多长时间？",
      "民：半个月了。",
      "坐：请问您是哪个小区的？",
      "民：柳林街道锦绣花园三号楼。",
    ];
    expect(deducted(lines)).toEqual([["反复询问", 4]]);
  });

  test("is not reading back, nor asking for what was not told", () => {
    const lines = [
      "民：你好，我们柳林街道锦绣花园三号楼，楼道灯全坏了。",
      "坐：您是说柳林街道锦绣花园三号楼的楼道灯全坏了，对吗？",
      "民：对，锦绣花园三号楼，楼道灯全坏了。",
      "坐：请问几层的灯坏了？",
      "民：三楼到五楼的都不亮。",
    ];
    expect(deducted(lines)).toEqual([]);
  });
});

describe("a complaint of being asked again", () => {
  const asked = (reply: string) => ["民：你好，路灯不亮了。", "坐：请问在什么位置？", `民：${reply}`];

  test.each([
    "你这个姑娘，我打头就说了",
    "我一开头就报过名字了",
    "不是告诉你三号楼了吗",
    "哎呀又问一遍，锦绣花园",
    "说过了，就这个",
    "我刚讲完嘛",
    "我都讲两遍了",
    "上面不是说了嘛，退钱",
    "你没听啊，北门",
    "你咋老问呢",
    "怎么还问地址，记了没有啊",
    "刚刚那一遍你没记吗",
    "同样的话要我说几回",
    "这个你问过我了",
  ])("is heard in: %s", (reply) => expect(deducted(asked(reply))).toEqual([["反复询问", 2]]));

  test.each([
    "锦绣花园北门，我跟物业说过好几回了，他们不管，你们给催催。",
    "就在翠屏公园南门，跳舞的有三拨人，这两天又来了一拨甩鞭子的，天天这样。",
    "北门，社区的人前天说了要来修。",
    "北门，物业经理上个星期就已经跟我说过了要换灯",
    "一开始说的是月底修好，北门那个。",
    "我问过了，社区说归供电所管。",
    "北门，看门的又问我要停车费。",
    "起先说包修的，后来不认了，北门。",
  ])("is not heard in: %s", (reply) => expect(deducted(asked(reply))).toEqual([]));
});

describe("bare demands", () => {
  test.each(["姓什么？", "电话。", "石先生，哪个村的？", "说吧。", "哪儿的，几号楼？"])(
    "%s costs courtesy",
    (words) => {
      expect(deducted(["民：你好，路灯不亮。", `坐：${words}`, "民：我说给你听，翠园的，姓石。"])).toEqual([
        ["缺少礼貌用语", 2],
      ]);
    },
  );

  test.each(["是哪支队伍，有多少人？", "具体在哪里？", "嗯，您说。", "138。", "那费用是怎么收的？"])(
    "%s does not",
    (words) => {
      expect(deducted(["民：你好，路灯不亮。", `坐：${words}`, "民：翠园的，姓石。"])).toEqual([]);
    },
  );
});
