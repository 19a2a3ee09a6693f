import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parsePart } from "../platform/rules/index.ts";
import { builtInCalendar } from "../platform/workdays.ts";
import { type ClockInput, type ClockRules, clocksFor } from "./clocks-for.ts";

function pack(id: string, own: Partial<ClockRules["settings"]> = {}): ClockRules {
  const path = `rules/packs/${id}/limits.yaml`;
  const limits = parsePart("limits", { path, text: readFileSync(path, "utf8") });
  const byUrgency = "byUrgency" as const;
  const settings = { dispatchRule: byUrgency, signRule: byUrgency, feedbackLimits: byUrgency };
  const calendar = builtInCalendar;
  return { limits, calendar, settings: { dayUnit: "natural", epidemicColumn: "livelihood", ...settings, ...own } };
}

const s4 = pack("db11t-draft");
const ordinary: ClockInput = {
  urgent: "一般",
  urgentClass: null,
  direction: "inbound",
  startedAt: "2026-03-05T09:12:00+08:00",
  now: "2026-11-22T08:00:00+08:00",
};

/** Due times by stage, without the year and the zone. */
function dues(rules: ClockRules, input: Partial<ClockInput>): Record<string, string> {
  const clocks = clocksFor(rules, { ...ordinary, ...input });
  return Object.fromEntries(clocks.map((clock) => [clock.stage, clock.due.slice(5, 16)]));
}

test("an ordinary call has 24 hours, one working day and seven days, each with clause and words", () => {
  expect(clocksFor(s4, ordinary)).toEqual([
    { stage: "派发", due: "2026-03-06T09:12:00+08:00", clause: "S4 5.3.2.1.3", limit: "24小时内" },
    { stage: "签收", due: "2026-03-06T09:12:00+08:00", clause: "S4 5.3.2.2.1", limit: "1个工作日内", assumed: true },
    {
      stage: "反馈",
      due: "2026-03-12T09:12:00+08:00",
      clause: "S4 5.3.2.3.2",
      limit: "7天内（按自然日）",
      assumed: true,
    },
  ]);
});

describe("urgent columns", () => {
  test.each([
    ["突发事件", "03-05T10:12", "03-05T09:27", "03-05T11:12"],
    ["不稳定因素", "03-05T10:12", "03-05T09:27", "03-05T11:12"],
    ["基本民生保障", "03-05T11:12", "03-05T09:42", "03-06T09:12"],
    ["极端天气", "03-05T11:12", "03-05T09:42", "03-06T09:12"],
    ["疫情", "03-05T11:12", "03-05T09:42", "03-06T09:12"],
    [null, "03-05T10:12", "03-05T09:27", "03-05T11:12"],
  ] as const)("%s", (urgentClass, dispatch, sign, feedback) => {
    expect(dues(s4, { urgent: "紧急", urgentClass })).toEqual({ 派发: dispatch, 签收: sign, 反馈: feedback });
  });

  test("an epidemic says that the standard is silent, and takes the strict column when lives are at risk or the city says so", () => {
    const input = { ...ordinary, urgent: "紧急", urgentClass: "疫情" } as const;
    expect(clocksFor(s4, input).every((clock) => clock.limit.endsWith("（标准未规定）"))).toBe(true);
    expect(dues(s4, { ...input, livesAtRisk: true }).反馈).toBe("03-05T11:12");
    expect(dues(pack("db11t-draft", { epidemicColumn: "incident" }), input).反馈).toBe("03-05T11:12");
  });
});

test("a web message must be taken up in two hours, a call has no such clock", () => {
  expect(dues(s4, { direction: "web" }).受理).toBe("03-05T11:12");
  expect(dues(s4, {})).not.toHaveProperty("受理");
});

test("mass calls relax the dispatch of ordinary orders only", () => {
  expect(dues(s4, { massEvent: true }).派发).toBe("03-07T09:12");
  expect(dues(s4, { massEvent: true, urgent: "紧急", urgentClass: "极端天气" }).派发).toBe("03-05T11:12");
});

test("a difficult order has 15 days, and days are working days where the city says so", () => {
  expect(dues(s4, { complex: true }).反馈).toBe("03-20T09:12");
  expect(dues(pack("db11t-draft", { dayUnit: "working" }), {}).反馈).toBe("03-16T09:12");
});

test("signing over a make-up Saturday falls on that Saturday, over a holiday week after it", () => {
  expect(dues(s4, { startedAt: "2026-02-27T16:00:00+08:00" }).签收).toBe("02-28T16:00");
  expect(dues(s4, { startedAt: "2026-09-30T16:00:00+08:00" }).签收).toBe("10-08T16:00");
});

test("a limit that passes a year without holiday data says so", () => {
  const sign = clocksFor(s4, { ...ordinary, startedAt: "2026-12-31T10:00:00+08:00" })[1];
  expect(sign?.limit).toBe("1个工作日内（缺2027年节假日数据，仅按周末计算）");
});

describe("signing and feedback run from dispatch", () => {
  const live = { startedAt: "2026-03-05T09:12:00+08:00", now: "2026-03-05T09:20:00+08:00" };
  test("from now while the order can still be dispatched in time", () => {
    expect(dues(s4, live).反馈).toBe("03-12T09:20");
  });
  test("from the start of the call when that is long past, so that a batch always answers the same", () => {
    expect(dues(s4, {}).反馈).toBe("03-12T09:12");
  });
  test("from the real dispatch once there is one, and no longer assumed", () => {
    const clocks = clocksFor(s4, { ...ordinary, ...live, dispatchedAt: "2026-03-05T10:00:00+08:00" });
    expect(clocks[2]).toMatchObject({ stage: "反馈", due: "2026-03-12T10:00:00+08:00" });
    expect(clocks.some((clock) => clock.assumed)).toBe(false);
  });
});

describe("day rule of the work standard", () => {
  test.each([
    ["08:29", "03-05T12:00"],
    ["08:30", "03-05T17:00"],
    ["16:59", "03-05T17:00"],
    ["17:00", "03-06T12:00"],
    ["17:01", "03-06T12:00"],
    ["23:59", "03-06T12:00"],
  ])("a call at %s", (time, due) => {
    expect(dues(pack("work-standard"), { startedAt: `2026-03-05T${time}:00+08:00` })).toEqual({ 派发: due });
  });

  test("is the same where a city of the other pack chooses it", () => {
    const chosen = pack("db11t-draft", { dispatchRule: "dayCutoff" });
    expect(dues(chosen, { startedAt: "2026-03-05T17:01:00+08:00" })).toMatchObject({
      派发: "03-06T12:00",
      签收: "03-06T17:01",
    });
  });
});

describe("other sources, chosen by setting", () => {
  test("twelve hours, and the words of the source", () => {
    const [dispatch] = clocksFor(pack("db11t-draft", { dispatchRule: "within12Hours" }), ordinary);
    expect(dispatch).toMatchObject({ due: "2026-03-05T21:12:00+08:00", clause: "S1 三门县 业务科1" });
  });

  test("of two rules that apply the stricter counts and is named", () => {
    const rules = pack("work-standard");
    const twelve = { stage: "派发", amount: 12, unit: "小时", words: "12小时内", clause: "B" } as const;
    const both = { ...rules, limits: { ...rules.limits, limits: [twelve] } };
    const first = (startedAt: string) => clocksFor(both, { ...ordinary, startedAt })[0];
    expect(first("2026-03-05T09:00:00+08:00")).toMatchObject({
      due: "2026-03-05T17:00:00+08:00",
      limit: expect.stringContaining("17:00"),
    });
    expect(first("2026-03-05T17:30:00+08:00")).toMatchObject({ due: "2026-03-06T05:30:00+08:00", clause: "B" });
  });

  test("five and ten working days by difficulty", () => {
    const plan = pack("db11t-draft", { feedbackLimits: "byDifficulty" });
    expect(dues(plan, {}).反馈).toBe("03-12T09:12");
    expect(dues(plan, { complex: true }).反馈).toBe("03-19T09:12");
    expect(dues(pack("work-standard"), {})).not.toHaveProperty("反馈");
  });

  test("one, three and five working days by kind", () => {
    const county = pack("db11t-draft", { feedbackLimits: "byKind" });
    expect(dues(county, { kind: "咨询" }).反馈).toBe("03-10T09:12");
    expect(dues(county, { kind: "投诉" }).反馈).toBe("03-12T09:12");
    expect(dues(county, { kind: "投诉", urgent: "紧急", urgentClass: "疫情" }).反馈).toBe("03-06T09:12");
  });

  test("signing within a working day of 24 hours, urgent or not, or no limit at all", () => {
    const input = { urgent: "紧急", urgentClass: "突发事件" } as const;
    expect(dues(pack("db11t-draft", { signRule: "workday24Hours" }), input).签收).toBe("03-06T09:12");
    expect(dues(pack("db11t-draft", { signRule: "none" }), input)).not.toHaveProperty("签收");
  });

  test("the same working day, after hours and at weekends the next", () => {
    const company = pack("db11t-draft", { dispatchRule: "sameDay" });
    expect(dues(company, {}).派发).toBe("03-05T18:00");
    expect(dues(company, { startedAt: "2026-03-06T19:00:00+08:00" }).派发).toBe("03-09T18:00");
    expect(dues(company, { startedAt: "2026-03-07T10:00:00+08:00" }).派发).toBe("03-09T18:00");
    expect(clocksFor(company, { ...ordinary, startedAt: "2027-01-01T10:00:00+08:00" })[0]?.limit).toContain("缺2027年");
  });
});
