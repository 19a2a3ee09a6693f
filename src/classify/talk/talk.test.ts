import { describe, expect, test } from "vitest";
import { loadRules } from "../../platform/rules/index.ts";
import { callOf } from "../test-call.ts";
import { readTalk, saysEither } from "./talk.ts";

const { listening } = loadRules("rules", "yunling");

function rolesOf(...turns: [speaker: "agent" | "citizen" | "unknown", text: string][]): string[] {
  const call = callOf(turns.map(([, text]) => text));
  const utterances = call.utterances.map((each, at) => ({ ...each, speaker: turns[at]?.[0] ?? each.speaker }));
  return readTalk({ ...call, utterances }, listening).turns.map((turn) => turn.role);
}

describe("who speaks", () => {
  test.each(["请问您贵姓？", "感谢您的来电，再见。", "跟您确认一下，您反映的是路灯不亮，对吗？"])(
    "the agent, whatever the label says: %s",
    (text) => {
      expect(rolesOf(["citizen", text])).toEqual(["agent"]);
    },
  );

  test.each(["我姓鲁，住在桃源小区。", "俺们村的路坏了半年了。", "我要投诉楼下的烧烤店。"])(
    "the caller, whatever the label says: %s",
    (text) => {
      expect(rolesOf(["agent", text])).toEqual(["citizen"]);
    },
  );

  test("without a label the form of address tells", () => {
    expect(rolesOf(["unknown", "车牌号您看清了吗"], ["unknown", "看清了，尾号八零三"])).toEqual(["agent", "citizen"]);
  });

  test("the agent who speaks of the caller's home stays the agent", () => {
    expect(rolesOf(["agent", "好的，您家住在哪个小区？"])).toEqual(["agent"]);
  });
});

test("marks of half width are marks: nothing is set beside them", () => {
  const call = callOf(["坐席：您好,请问有什么可以帮您?", "市民：路灯坏了三个月,没人修,你们能不能管管?"]);
  const talk = readTalk(call, listening);
  expect(talk.isBare).toBe(false);
  expect(talk.turns[1]?.text).toBe("路灯坏了三个月，没人修，你们能不能管管？");
});

test("what is said in one breath is heard where a mark of ours parts it", () => {
  const agent = "我马上通知村里和120请您先出来";
  const turns = readTalk(
    callOf(["坐席：您好请问您需要什么帮助", "市民：我就一个人在大棚里不想出去了", `坐席：${agent}`]),
    listening,
  ).turns;
  expect(turns[2]?.text).not.toBe(agent);
  expect(turns[2] && saysEither({ patterns: ["马上通知[^，]{0,8}120"] }, turns[2])).toBe(true);
});
