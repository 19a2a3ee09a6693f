import { expect, test } from "vitest";
import { draftOf, greeting } from "../test-call.ts";

/** The calls of test-call.ts start on 2026-06-17 at 20:40. */
const told: [string | null, string[]][] = [
  ["2026-05-20", ["市民：门口挖了个坑，前天还差点摔着人，我记得是五月二十号挖的，就五月二十号。"]],
  [
    "2026-06-02",
    ["市民：路灯灭了半个月，六月二号就灭了。", "坐席：什么时候开始的？", "市民：六月二号，昨天我差点绊倒。"],
  ],
  ["2026-06-14", ["坐席：什么时候买的，什么时候坏的？", "市民：十三号到的，十四号就冒烟了。"]],
  ["2026-06-26", ["坐席：您想哪天去？", "市民：六月二十六号那天想去办，要预约吗？"]],
  [
    "2026-05-24",
    ["市民：五月二十几号我反映过一回，树还没修。", "坐席：您五月二十四号反映过树挡窗户，对吗？", "市民：对。"],
  ],
  ["2025-11-08", ["市民：十一月八号开业的健身房，现在关门跑路了，卡里的钱不退。"]],
  ["2025-10-01", ["市民：十月一号搬家那天，他们把我家柜子摔坏了，不赔。"]],
  [null, ["市民：卖鱼的给我少秤，三斤八两回家一称刚刚三斤。"]],
  ["2026-06-17", ["市民：刚刚有个井盖被车压翻了，在长河路上。"]],
  [null, ["坐席：暖气费交了没有？", "市民：交了，十月份一次性交的，家里才十四度。"]],
  ["2025-08-04", ["市民：去年八月四号开的庭，到现在没执行。"]],
];

test.each(told)("%s: %j", (time, lines) => {
  expect(draftOf(greeting, ...lines).elements.time?.value ?? null).toBe(time);
});

/** What was tried before, as words that must stand in the value; null: nothing was told of it. */
const tried: [string | null, string[]][] = [
  ["镇政府去了", ["坐席：您向镇政府反映过没有？", "市民：镇政府去了，说帮着协调，没下文。"]],
  ["派出所去过", ["坐席：您向公安部门反映过吗？", "市民：派出所去过，说这是合同纠纷。"]],
  ["不认账", ["坐席：您回去找他了没有", "市民：找了他说去了肠肚不算数不认账"]],
  ["此前没有反映过", ["坐席：您报110了没有", "市民：没呢我手抖按错了"]],
  [null, ["市民：公司说是投养老床位，交十万一年给一万二的息，听说老板要跑。", "坐席：好的，请讲。"]],
  [null, ["市民：我上厕所去了，回来电动车就没了。", "坐席：好的，请讲。"]],
  [null, ["市民：支书给他小舅子家报了两户危房改造，房子好好的。", "坐席：好的，请讲。"]],
  [null, ["市民：路上有个大坑，施工的没影了。", "坐席：这个不归我们管。", "市民：不归你们管归谁管？"]],
];

test.each(tried)("tried before: %s: %j", (words, lines) => {
  const value = draftOf(greeting, ...lines).elements.priorHandling?.value ?? null;
  if (words === null) expect(value).toBeNull();
  else expect(value).toContain(words);
});

test("a chat group is no place", () => {
  const draft = draftOf("坐席：您好请讲", "市民：光我妈那个群里就有一百七八十号人交了钱。");
  expect(draft.elements.place?.value ?? null).toBeNull();
});
