import { describe, expect, test } from "vitest";
import { callTime, readableMoment, remaining, shortTime } from "./time.ts";

describe("times on the screen", () => {
  test("are in the city's time, wherever the browser is", () => {
    expect(shortTime("2026-03-05T20:30:00Z")).toBe("03-06 04:30");
  });

  test("of a call longer than an hour keep counting minutes", () => {
    expect(callTime(53_900)).toBe("00:53");
    expect(callTime(3_725_000)).toBe("62:05");
  });

  test("of the matter read like written ones, and words stay words", () => {
    expect(readableMoment("2026-03-04T22:00")).toBe("2026-03-04 22:00");
    expect(readableMoment("昨晚T恤店")).toBe("昨晚T恤店");
  });

  test("say how much is left, and how long it is over", () => {
    const nowMs = Date.parse("2026-03-05T09:00:00+08:00");
    expect(remaining("2026-03-05T12:12:00+08:00", nowMs)).toBe("还有 3 小时 12 分");
    expect(remaining("2026-03-03T08:00:00+08:00", nowMs)).toBe("超期 2 天 1 小时");
    expect(remaining("2026-03-05T09:05:30+08:00", nowMs)).toBe("还有 5 分");
  });
});
