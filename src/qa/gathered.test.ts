import { describe, expect, test } from "vitest";
import { Call, type Draft, type Element } from "../orders/index.ts";
import { loadRules } from "../platform/rules/index.ts";
import { scoreByRubric } from "./score-by-rubric.ts";

const rules = loadRules("rules", "yunling");
const readBack = "能否及时对来电人提供的信息进行确认";
const asked = "抓不住问题重点，不懂得对关键问题提问";

const told = (value: string, line: number): Element => ({
  value,
  status: "已记录",
  quote: value,
  evidence: [line],
  engine: "rules",
});
const draft = (change: Partial<Draft>) =>
  ({ elements: {}, missing: [], kind: "投诉", scope: "受理", ...change }) as Draft;

function itemOf(name: string, given: Draft | null, ...texts: string[]) {
  const utterances = ["您好，请问有什么可以帮您？", ...texts].map((text, i) => ({
    i,
    speaker: i % 2 === 0 ? "agent" : "citizen",
    startMs: i * 4_000,
    endMs: i * 4_000 + 3_000,
    text,
  }));
  const call = Call.parse({ id: "t", direction: "inbound", startedAt: "2026-03-04T10:00:00+08:00", utterances });
  return scoreByRubric(rules, call, given).items.find(({ item }) => item === name);
}

describe("what the caller told and the agent has to say again", () => {
  const phone = draft({ elements: { contact: told("13912345678", 1) } });

  test.each([
    ["a number of which the end is read back", phone, "我电话幺三九幺二三四五六七八", "尾号五六七八对吧", "合格"],
    ["a number that nobody repeats", phone, "我电话幺三九幺二三四五六七八", "好的，已经登记", "仅提示"],
    [
      "a place most of which is said again",
      draft({ elements: { place: told("湖滨路三号院北门", 1) } }),
      "湖滨路三号院北门",
      "湖滨路三号院北门口是吧",
      "合格",
    ],
    [
      "a place that nobody repeats",
      draft({ elements: { place: told("湖滨路三号院北门", 1) } }),
      "湖滨路三号院北门",
      "好的，记下了",
      "仅提示",
    ],
    [
      "a surname that is used",
      draft({ elements: { name: told("王建国", 1) } }),
      "我叫王建国",
      "王先生您好，请讲",
      "合格",
    ],
    ["the number one calls from, which has no digits to repeat", phone, "就打这个号码", "好的", "不适用"],
    ["nothing told", draft({}), "路灯坏了", "好的", "不适用"],
  ])("%s is %4$s", (_name, given, citizen, agent, verdict) => {
    expect(itemOf(readBack, given, citizen, agent)?.verdict).toBe(verdict);
  });

  test("rests on the line in which it was told, not on the yes to what was read back", () => {
    const place: Element = { ...told("湖滨路三号院北门", 1), evidence: [1, 2, 3] };
    const lines = ["湖滨路三号院北门", "您说的是湖滨路三号院北门，对吗", "对", "好的，记下了"];
    expect(itemOf(readBack, draft({ elements: { place } }), ...lines)?.verdict).toBe("合格");
  });

  test("costs no points and names the line in which it was told", () => {
    const item = itemOf(readBack, phone, "我电话幺三九幺二三四五六七八", "好的，已经登记");
    expect(item).toMatchObject({ deduction: 0, utterances: [1], why: expect.stringContaining("联系方式") });
  });

  test("waits for a person where there is no order to hold it against", () => {
    expect(itemOf(readBack, null, "我叫王建国", "好的")?.verdict).toBe("待人工");
  });
});

test("what the order needs and nobody asked is a hint that names it", () => {
  expect(itemOf(asked, draft({ missing: ["time", "priorHandling"] }), "路灯坏了", "好的，再见")).toMatchObject({
    verdict: "仅提示",
    deduction: 0,
    why: expect.stringContaining("时间、前期处理情况"),
  });
  expect(itemOf(asked, draft({}), "路灯坏了", "好的，再见")?.verdict).toBe("合格");
});
