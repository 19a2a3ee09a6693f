import { expect, test } from "vitest";
import { loadRules } from "../platform/rules/index.ts";
import { readTalk } from "./talk/talk.ts";
import { callOf, draftOf, greeting } from "./test-call.ts";
import { learnedThreat } from "./threat-model.ts";

const { listening } = loadRules("rules", "yunling");
const told = "他要再来，我就让他横着出去";
const before = [greeting, "市民：我那个工伤的事跑了一年多了。", `市民：${told}。`];
const alarm = "坐席：您别激动，我马上作为紧急事项上报。";

test.each([told, "我就把我爹的棺材抬他们院里去", "我就在他店门口搭灵棚，让他做不成买卖"])(
  "a threat in words of no list is quoted where the agent calls the call urgent, and the reason asks a person to look: %s",
  (words) => {
    const { urgentClass, threatQuotes, urgentWhy } = draftOf(...before.slice(0, 2), `市民：${words}。`, alarm);
    expect([urgentClass, threatQuotes]).toEqual(["不稳定因素", [words]]);
    expect(urgentWhy).toContain("请核对原话");
  },
);

test("no call becomes urgent by the model alone", () => {
  expect(draftOf(...before, "坐席：好的，我给您登记。")).toMatchObject({ urgent: "一般", threatQuotes: [] });
});

test("what is urgent for reasons that are known is no threat for a word or two, and without a model the rules stand alone", () => {
  const rescue = draftOf(greeting, "市民：我老公车翻沟里了，我现在下去把玻璃砸了拉他出来。", "坐席：请您马上打122。");
  expect(rescue.threatQuotes).toEqual([]);
  const urgency = { urgent: "紧急" as const, urgentClass: "不稳定因素" as const, why: "", heard: [] };
  const talk = readTalk(callOf([...before, alarm]), listening);
  expect(learnedThreat(talk, urgency)).not.toBeNull();
  expect(learnedThreat(talk, urgency, null)).toBeNull();
});
