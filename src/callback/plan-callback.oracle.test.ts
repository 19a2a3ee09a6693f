import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parsePart } from "../platform/rules/index.ts";
import { builtInCalendar } from "../platform/workdays.ts";
import { planCallback } from "./plan-callback.ts";
import { PlanOrder } from "./schema.ts";

const path = "rules/packs/db11t-draft/callback.yaml";
const callback = parsePart("callback", { path, text: readFileSync(path, "utf8") });
const rules = { callback, calendar: builtInCalendar };

// The rules again, written from S0 by minutes and days alone, sharing no code and no data with the plan.
const oneDial = ["空号", "号码错误", "不接受回访", "不配合回访", "未反映过此问题", "公用办公电话"];
const threeDials = ["拒接", "占线", "停机", "无人接听", "关机", "未联系到本人", "无法接通", "此时不方便"];
const off = new Set(
  "0101 0102 0103 0215 0216 0217 0218 0219 0220 0221 0222 0223 0404 0405 0406 0501 0502 0503 0504 0505 0619 0620 0621 0925 0926 0927 1001 1002 1003 1004 1005 1006 1007".split(
    " ",
  ),
);
const worked = new Set("0104 0214 0228 0509 0920 1010".split(" "));
const minuteMs = 60_000;
const dayMinutes = 1440;

/** Minutes of Shanghai time since 2026-01-01. */
const startMs = Date.parse("2026-01-01T00:00:00+08:00");
const minutesOf = (at: string): number => (Date.parse(at) - startMs) / minuteMs;
const isoOf = (minutes: number): string =>
  `${new Date(startMs + minutes * minuteMs + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

function isWorkday(day: number): boolean {
  const date = new Date(startMs + day * dayMinutes * minuteMs + 8 * 3_600_000);
  const name = date.toISOString().slice(5, 10).replace("-", "");
  if (worked.has(name)) return true;
  return !off.has(name) && date.getUTCDay() !== 0 && date.getUTCDay() !== 6;
}

const isDialTime = (minutes: number): boolean => {
  const ofDay = minutes % dayMinutes;
  return (ofDay >= 540 && ofDay < 720) || (ofDay >= 840 && ofDay < 1080);
};

type Order = { contact: string | null; ticks: string[]; attempts: { at: string; result: string }[] };
type Case = Order & { completedAt: string; now: string };

function oracle({ contact, ticks, attempts, completedAt, now }: Case) {
  if (contact === null || ticks.length > 0) return { action: "不回访", notBefore: null, attemptsAllowed: 0 };
  const results = attempts.map(({ result }) => result);
  if (results.includes("完成")) return { action: "结束(无需再拨)", notBefore: null, attemptsAllowed: 3 };
  if (results.some((result) => oneDial.includes(result)))
    return { action: "结束(无需再拨)", notBefore: null, attemptsAllowed: 1 };
  if (results.length >= 3) return { action: "结束(次数已满)", notBefore: null, attemptsAllowed: 3 };
  let day = Math.floor(minutesOf(completedAt) / dayMinutes);
  for (let left = 12; left > 0; ) if (isWorkday(++day)) left -= 1;
  const nowMinutes = minutesOf(now);
  if (nowMinutes >= day * dayMinutes + 1080) return { action: "超期", notBefore: null, attemptsAllowed: 3 };
  const last = Math.max(...attempts.map(({ at }) => minutesOf(at)), Number.NEGATIVE_INFINITY);
  let minutes = nowMinutes;
  while (minutes < last + 60 || !isDialTime(minutes)) minutes += 1;
  if (minutes === nowMinutes) return { action: "拨打", notBefore: null, attemptsAllowed: 3 };
  return { action: "等待", notBefore: isoOf(minutes), attemptsAllowed: 3 };
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Orders of all of 2026, the moments thick at the edges of hours, of the interval and of the limit. */
function makeCase(random: () => number): Case {
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  const edges = [0, 539, 540, 541, 719, 720, 721, 839, 840, 841, 1079, 1080, 1081, 1439];
  const moment = (day: number) => day * dayMinutes + (random() < 0.6 ? pick(edges) : Math.floor(random() * dayMinutes));
  const completed = moment(Math.floor(random() * 335));
  const dials = Math.floor(random() * 4);
  let at = completed;
  const attempts = Array.from({ length: dials }, () => {
    at = random() < 0.5 ? at + Math.floor(random() * 200) : moment(Math.floor(at / dayMinutes) + 1);
    return { at, result: random() < 0.12 ? pick([...oneDial, "完成"]) : pick(threeDials) };
  });
  const later = [at, at + 59, at + 60, at + 61, moment(Math.floor(at / dayMinutes) + Math.floor(random() * 24))];
  const now = Math.max(at, pick(later));
  if (random() < 0.2) attempts.reverse();
  return {
    contact: random() < 0.05 ? null : "13900001111",
    ticks: random() < 0.1 ? [pick(["confidential", "refusesCallback", "keyPerson"])] : [],
    attempts: attempts.map((attempt) => ({ ...attempt, at: isoOf(attempt.at) })),
    completedAt: isoOf(completed),
    now: isoOf(now),
  };
}

describe("planCallback against rules counted minute by minute", () => {
  it("agrees on 4,000 orders of 2026, thick at the edges", () => {
    const random = randomOf(20_260_101);
    const seen = new Map<string, number>();
    for (let run = 0; run < 4000; run += 1) {
      const each = makeCase(random);
      const { contact, attempts, completedAt, now, ticks } = each;
      const flags = Object.fromEntries(ticks.map((tick) => [tick, true]));
      const content = "市民反映路灯不亮。";
      const order = PlanOrder.parse({ contact, attempts, completedAt, now, content, ...flags });
      const { action, notBefore, attemptsAllowed } = planCallback(rules, order);
      const at = notBefore === null ? null : isoOf(minutesOf(notBefore));
      expect({ each, action, notBefore: at, attemptsAllowed }).toEqual({ each, ...oracle(each) });
      seen.set(action, (seen.get(action) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual(
      ["不回访", "拨打", "等待", "结束(无需再拨)", "结束(次数已满)", "超期"].sort(),
    );
    expect(Math.min(...seen.values())).toBeGreaterThan(100);
  });
});
