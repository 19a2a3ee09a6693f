import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parsePart } from "../platform/rules/index.ts";
import { builtInCalendar } from "../platform/workdays.ts";
import { planCallback } from "./plan-callback.ts";
import { PlanOrder } from "./schema.ts";

const policyOf = (pack: string) => {
  const path = `rules/packs/${pack}/callback.yaml`;
  return { callback: parsePart("callback", { path, text: readFileSync(path, "utf8") }), calendar: builtInCalendar };
};
const rules = policyOf("db11t-draft");

const base = {
  contact: "13900001111",
  content: "市民反映楼道照明不亮。",
  completedAt: "2026-03-02T10:00:00+08:00",
  now: "2026-03-04T10:00:00+08:00",
};
const plan = (over: Record<string, unknown>, under = rules) =>
  planCallback(under, PlanOrder.parse({ ...base, ...over }));
const dial = (at: string, result: string) => ({ at: `2026-03-04T${at}:00+08:00`, result });

describe("planCallback", () => {
  it.each([
    ["a first dial inside the hours", {}, "拨打", null],
    ["09:00 is in", { now: "2026-03-04T09:00:00+08:00" }, "拨打", null],
    ["14:00 is in", { now: "2026-03-04T14:00:00+08:00" }, "拨打", null],
    ["12:00 is out", { now: "2026-03-04T12:00:00+08:00" }, "等待", "2026-03-04T14:00:00+08:00"],
    ["18:00 is out", { now: "2026-03-04T18:00:00+08:00" }, "等待", "2026-03-05T09:00:00+08:00"],
    ["before nine", { now: "2026-03-04T07:30:00+08:00" }, "等待", "2026-03-04T09:00:00+08:00"],
    ["a Sunday may be dialled", { now: "2026-03-08T10:00:00+08:00" }, "拨打", null],
    ["an hour to the second", { attempts: [dial("09:00", "占线")] }, "拨打", null],
    ["less than an hour", { attempts: [dial("09:30", "占线")] }, "等待", "2026-03-04T10:30:00+08:00"],
    [
      "an hour that ends at noon",
      { attempts: [dial("11:00", "关机")], now: "2026-03-04T11:20:00+08:00" },
      "等待",
      "2026-03-04T14:00:00+08:00",
    ],
    ["other zones are the same moment", { now: "2026-03-04T02:00:00Z" }, "拨打", null],
  ])("%s", (_, over, action, notBefore) => {
    expect(plan(over)).toMatchObject({ action, notBefore, attemptsAllowed: 3, deadline: "2026-03-18T18:00:00+08:00" });
  });

  it.each([
    ["no number", { contact: null }],
    ["a word in place of a number", { contact: "未留" }],
    ["a sealed matter", { keyPerson: true }],
    ["confidential", { confidential: true }],
    ["a refusal known before", { refusesCallback: true }],
    ["a threat that depends on the outcome", { content: "市民反映欠薪，称如果再不发钱就从塔吊上跳下去。" }],
    ["a threat after drinking", { content: "市民酒后来电，扬言要砸了物业办公室。" }],
    ["confidentiality asked in the content", { content: "市民举报无证诊所，要求对其个人信息保密。" }],
    ["a refusal in the content", { content: "市民反映路面破损，表示不需要回访。" }],
    ["a refusal, though the limit is over", { refusesCallback: true, now: "2026-05-04T10:00:00+08:00" }],
  ])("nobody is called: %s", (_, over) => {
    expect(plan(over)).toMatchObject({ action: "不回访", attemptsAllowed: 0, notBefore: null });
  });

  it.each([
    ["a sale", "市民反映服装店打“跳楼价”广告，实际没有优惠。"],
    ["somebody else's threat", "市民反映邻居扬言要打人，请派出所处理。"],
    ["a secrecy agreement", "市民咨询离职后保密协议是否有效。"],
    ["a danger", "市民反映燃气管道老化，威胁居民安全。"],
    ["a shop that does not call back", "市民反映快递公司拒绝回电，要求赔偿。"],
    ["a leak of data by somebody", "市民反映培训机构泄露学员信息。"],
    ["drinkers below", "市民反映楼下烧烤摊有人喝酒吵闹到凌晨。"],
  ])("still called: %s", (_, content) => {
    expect(plan({ content }).action).toBe("拨打");
  });

  it.each(["空号", "号码错误", "不接受回访", "不配合回访", "未反映过此问题", "公用办公电话"])(
    "%s ends it at once",
    (result) => {
      const attempts = [dial("09:00", "占线"), { at: "2026-03-04T14:10:00+08:00", result }];
      expect(plan({ attempts })).toMatchObject({ action: "结束(无需再拨)", attemptsAllowed: 1, clause: "R-V8" });
    },
  );

  it("ends when the callback is done, also after the limit", () => {
    const attempts = [dial("09:00", "完成")];
    expect(plan({ attempts, now: "2026-06-01T10:00:00+08:00" }).action).toBe("结束(无需再拨)");
  });

  it("ends after three dials, also after the limit", () => {
    const attempts = [dial("09:00", "占线"), dial("10:10", "关机"), dial("15:00", "拒接")];
    expect(plan({ attempts, now: "2026-03-30T10:00:00+08:00" })).toMatchObject({
      action: "结束(次数已满)",
      attemptsAllowed: 3,
    });
  });

  it("is overdue from 18:00 of the twelfth working day on", () => {
    expect(plan({ now: "2026-03-18T17:59:59+08:00" }).action).toBe("拨打");
    expect(plan({ now: "2026-03-18T18:00:00+08:00" })).toMatchObject({
      action: "超期",
      attemptsAllowed: 3,
      notBefore: null,
    });
  });

  it("counts make-up days and skips holidays in the limit", () => {
    expect(plan({ completedAt: "2026-09-18T09:00:00+08:00", now: "2026-09-21T10:00:00+08:00" }).deadline).toBe(
      "2026-10-12T18:00:00+08:00",
    );
  });

  it("follows the other source where a city chose it: two dials, three days", () => {
    const attempts = [dial("09:00", "占线"), dial("10:10", "关机")];
    const other = policyOf("work-standard");
    expect(plan({ attempts, now: "2026-03-04T14:00:00+08:00" }, other)).toMatchObject({
      action: "结束(次数已满)",
      attemptsAllowed: 2,
      deadline: "2026-03-05T18:00:00+08:00",
    });
  });
});
