import { expect, test } from "vitest";
import { loadRules } from "../platform/rules/index.ts";
import { draftFromCall } from "./draft-from-call.ts";
import { type EarlierOrder, type RepeatedOrder, repeatOf } from "./repeat.ts";
import { callOf } from "./test-call.ts";

const rules = loadRules("rules", "yunling");
const lines = (matter: string): string[] => [
  "坐席：您好，请问您需要什么帮助？",
  `市民：${matter}`,
  "坐席：请问具体在什么位置？",
  "市民：东湖区金桥街道锦绣花园八号楼下面。",
];

function orderOf(matter: string, changes: Partial<RepeatedOrder> = {}): RepeatedOrder {
  const call = callOf(lines(matter));
  return { ...draftFromCall(rules, call), callerNumber: "13900001111", said: matter, ...changes };
}
const noise = "我要投诉楼下烧烤店的油烟，天天晚上往家里灌，没法开窗。";
const earlier = (changes: Partial<EarlierOrder> = {}): EarlierOrder => ({
  ...orderOf(noise),
  id: "GD1",
  resolved: null,
  ...changes,
});
const again = "还是楼下烧烤店的油烟，天天晚上往家里灌，怎么还没人管，我要投诉。";

const cases: [string, RepeatedOrder, EarlierOrder[], string, string | null][] = [
  ["the same caller about the same matter in hand", orderOf(again), [earlier()], "重复诉求", "GD1"],
  ["done and solved, nothing new", orderOf(again), [earlier({ resolved: true })], "重复诉求", "GD1"],
  ["done but not solved", orderOf(again), [earlier({ resolved: false })], "受理", "GD1"],
  ["another caller of the same place", orderOf(again, { callerNumber: "13700002222" }), [earlier()], "重复诉求", "GD1"],
  ["new circumstances", orderOf(`${again}这两天又开始了，比以前还厉害。`), [earlier()], "受理", "GD1"],
  ["nothing new, said so", orderOf(`${again}没有什么新情况。`), [earlier()], "重复诉求", "GD1"],
  ["the same caller about another matter", orderOf("我要反映小区路灯坏了三天不亮。"), [earlier()], "受理", null],
  [
    "another caller of another place",
    orderOf(again, { callerNumber: "13700002222", district: "西山区", street: "石门街道" }),
    [earlier()],
    "受理",
    null,
  ],
  ["a question for the result (R-N1)", orderOf(again, { kind: "咨询" }), [earlier()], "受理", null],
  ["nothing before", orderOf(again), [], "受理", null],
];

test.each(cases)("%s", (_name, order, before, scope, of) => {
  const repeat = repeatOf(rules.scope, order, before);
  expect([repeat.scope, repeat.of, repeat.why]).toEqual([scope, of, repeat.why]);
});

test("a suggestion names its clause and the earlier order", () => {
  const { why } = repeatOf(rules.scope, orderOf(again), [earlier()]);
  expect(why).toContain("S4 5.2.2.2");
  expect(why).toContain("GD1");
});

test("an unknown number is nobody's number", () => {
  const order = orderOf(again, { callerNumber: null, district: null, street: null });
  expect(repeatOf(rules.scope, order, [earlier({ callerNumber: null })]).of).toBeNull();
});
