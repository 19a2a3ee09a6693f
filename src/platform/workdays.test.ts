import { describe, expect, test } from "vitest";
import {
  addTime,
  addWorkdays,
  builtInCalendar,
  holidayOf,
  isWorkday,
  shanghaiDate,
  shiftDate,
  workCalendar,
} from "./workdays.ts";

const off2026 = [
  ["01-01", "01-03"],
  ["02-15", "02-23"],
  ["04-04", "04-06"],
  ["05-01", "05-05"],
  ["06-19", "06-21"],
  ["09-25", "09-27"],
  ["10-01", "10-07"],
] as const;
const worked2026 = ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"];

test("every day of 2026 is worked or off as the State Council's notice says", () => {
  const wrong: string[] = [];
  for (let day = "2026-01-01"; day <= "2026-12-31"; day = shiftDate(day, 1)) {
    const monthDay = day.slice(5);
    const holiday = off2026.some(([from, to]) => from <= monthDay && monthDay <= to);
    const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
    const expected = worked2026.includes(monthDay) || (!holiday && !weekend);
    if (isWorkday(day) !== expected) wrong.push(day);
  }
  expect(wrong).toEqual([]);
});

describe("one working day", () => {
  test.each([
    ["an ordinary Tuesday", "2026-03-03T09:12:00+08:00", "2026-03-04T09:12:00+08:00"],
    ["Friday goes to Monday", "2026-03-06T16:00:00+08:00", "2026-03-09T16:00:00+08:00"],
    ["Friday before a worked Saturday goes to Saturday", "2026-05-08T16:00:00+08:00", "2026-05-09T16:00:00+08:00"],
    ["the worked Saturday goes to Monday", "2026-05-09T16:00:00+08:00", "2026-05-11T16:00:00+08:00"],
    ["the day before the National Day week", "2026-09-30T10:00:00+08:00", "2026-10-08T10:00:00+08:00"],
    ["a call on a day off counts from the first working day", "2026-10-03T10:00:00+08:00", "2026-10-08T10:00:00+08:00"],
    ["a UTC instant is counted on its Chinese day", "2026-03-05T17:30:00Z", "2026-03-09T01:30:00+08:00"],
  ])("%s", (_name, from, to) => {
    expect(addWorkdays(from, 1)).toEqual({ at: to, missingYears: [] });
  });
});

test("a year without published holidays is named, not silently counted as all weekdays", () => {
  expect(addWorkdays("2026-12-31T10:00:00+08:00", 1)).toEqual({
    at: "2027-01-01T10:00:00+08:00",
    missingYears: [2027],
  });
});

test("a city's notice replaces the whole year and ends the warning", () => {
  const notice = {
    year: 2027,
    off: [{ from: "2027-01-01", to: "2027-01-03" }],
    work: ["2027-01-09"],
    source: "sample notice",
  };
  const calendar = workCalendar([notice]);
  expect(addWorkdays("2026-12-31T10:00:00+08:00", 1, calendar)).toEqual({
    at: "2027-01-04T10:00:00+08:00",
    missingYears: [],
  });
  expect(isWorkday("2027-01-09", calendar)).toBe(true);
  expect(isWorkday("2026-10-01", calendar)).toBe(false);
});

test("a notice for a known year drops what the package said of it", () => {
  const calendar = workCalendar([{ year: 2026, off: [], work: [], source: "sample notice" }]);
  expect(isWorkday("2026-10-01", calendar)).toBe(true);
  expect(isWorkday("2026-10-10", calendar)).toBe(false);
});

test.each([
  [15, "秒", "2026-02-14T23:50:15+08:00"],
  [30, "分钟", "2026-02-15T00:20:00+08:00"],
  [24, "小时", "2026-02-15T23:50:00+08:00"],
  [7, "自然日", "2026-02-21T23:50:00+08:00"],
  [7, "工作日", "2026-03-03T23:50:00+08:00"],
] as const)("%i %s run as named over the Spring Festival", (amount, unit, at) => {
  expect(addTime("2026-02-14T23:50:00+08:00", amount, unit).at).toBe(at);
});

test("text that is no instant is refused", () => {
  expect(() => shanghaiDate("昨天")).toThrow(RangeError);
});

test("a holiday is told by its name in Chinese time, and a city's notice names its own", () => {
  expect(holidayOf("2026-10-01T00:30:00+08:00", builtInCalendar)).toBe("国庆节");
  expect(holidayOf("2026-10-01T15:59:59Z", builtInCalendar)).toBe("国庆节");
  expect(holidayOf("2026-10-12T10:00:00+08:00", builtInCalendar)).toBeNull();
  const notice = {
    year: 2031,
    off: [{ from: "2031-01-23", to: "2031-01-29", name: "春节" }],
    work: [],
    source: "notice",
  };
  expect(holidayOf("2031-01-25T10:00:00+08:00", workCalendar([notice]))).toBe("春节");
});
