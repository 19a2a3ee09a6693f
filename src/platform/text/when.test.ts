import { describe, expect, test } from "vitest";
import { normalise } from "./normalise.ts";
import { findTimes } from "./when.ts";

/** A Wednesday evening. */
const startedAt = "2026-06-17T20:40:00+08:00";
const first = (text: string): string | null | undefined => findTimes(normalise(text).text, startedAt)[0]?.value;

const resolved: [string, string][] = [
  ["昨天晚上十点开始吵", "2026-06-16T22:00"],
  ["昨晚十一点半", "2026-06-16T23:30"],
  ["今早六点一刻", "2026-06-17T06:15"],
  ["前天下的雨", "2026-06-15"],
  ["大前天", "2026-06-14"],
  ["昨儿个", "2026-06-16"],
  ["上周三来过人", "2026-06-10"],
  ["上礼拜五", "2026-06-12"],
  ["这周一早上八点", "2026-06-15T08:00"],
  ["三天前", "2026-06-14"],
  ["五月二十号", "2026-05-20"],
  ["12月5号", "2025-12-05"],
  ["去年九月", "2025-09"],
  ["今年三月一号", "2026-03-01"],
  ["2025年8月9日", "2025-08-09"],
  ["二四年十月", "2024-10"],
  ["上个月二十六号", "2026-05-26"],
  ["七点五十停的", "2026-06-17T19:50"],
  ["刚才八点零五分", "2026-06-17T20:05"],
  ["二三年夏天", "2023年夏天"],
  ["零三年分的地", "2003"],
  ["腊月二十三拉来的货", "2026-02-10"],
  ["小年那天", "2026-02-10"],
  ["除夕夜里放炮", "2026-02-16"],
  ["正月初六", "2026-02-22"],
  ["去年中秋那天就说要修", "2025-10-06"],
  ["清明那天", "2026-04-05"],
  ["国庆那天", "2025-10-01"],
  ["礼拜一停的水", "2026-06-15"],
  ["礼拜五就没人收了", "2026-06-12"],
  ["停了十分钟了", "2026-06-17T20:30"],
  ["半个小时前", "2026-06-17T20:10"],
  ["三月初一直没人管", "2026-03"],
  ["9月10月都没发", "2025-09"],
  ["20号21号都停了", "2026-05-20"],
  ["从早上就没水", "2026-06-17"],
];

describe("times in words, against the start of the call", () => {
  test.each(resolved)("%s is %s", (words, value) => {
    expect(first(words)).toBe(value);
  });

  test("从晚上 told in the morning is the evening before", () => {
    expect(findTimes("从晚上就开始漏", "2026-06-17T08:00:00+08:00")[0]?.value).toBe("2026-06-16");
  });

  test("a day that the calendar does not have is none", () => {
    expect(findTimes("二月三十一号", startedAt)).toEqual([]);
    expect(findTimes("三十一号来的人", "2026-03-26T10:00:00+08:00")[0]?.value).toBe("2026-03-31");
  });

  test.each([
    "国庆期间",
    "春节以后",
    "礼拜四再不来",
    "每天晚上十点",
    "端午前后",
    "一个多月了",
    "隔三差五夜里十二点",
    "每天从早上就放音响",
    "礼拜五大家一起去",
  ])("%s keeps its words", (words) => {
    expect(first(words)).toBeNull();
  });

  test.each([
    "差一点砸着",
    "十一楼",
    "三号楼二单元",
    "欠了八万五",
    "没有一点办法",
    "3号停车场",
    "1号收费口",
    "1号2号3号楼没电",
  ])("%s names no time", (words) => {
    expect(findTimes(words, startedAt)).toEqual([]);
  });

  test.each([
    ["明天早上七点", true],
    ["下周一", true],
    ["这礼拜五", true],
    ["昨天", false],
  ])("%s lies ahead: %s", (words, future) => {
    expect(findTimes(words as string, startedAt)[0]?.future).toBe(future);
  });
});
