import { describe, expect, test } from "vitest";
import type { Utterance } from "../../../types.ts";
import { delayMs, elapsedMs, waitedMs } from "./moment.ts";

const startedAt = "2026-11-22T10:00:00+08:00";
const startMs = Date.parse(startedAt);
const said = (speaker: Utterance["speaker"], endMs: number, text: string): Utterance => ({
  i: endMs,
  speaker,
  startMs: endMs - 1_000,
  endMs,
  text,
});
const ask = said("agent", 20_000, "请稍等，我帮您查询一下。");

describe("the time of a call", () => {
  test("runs while the call does, and stands at the last word when it ended", () => {
    expect(elapsedMs(startedAt, [ask], startMs + 42_000)).toBe(42_000);
    expect(elapsedMs(startedAt, [ask], null)).toBe(20_000);
  });

  test("never follows a clock that cannot be right", () => {
    expect(elapsedMs(startedAt, [ask], startMs - 5_000)).toBe(20_000);
    expect(elapsedMs(startedAt, [ask], startMs + 86_400_000)).toBe(20_000);
    expect(delayMs(startedAt, ask, startMs + 20_800)).toBe(800);
    expect(delayMs(startedAt, ask, startMs + 19_000)).toBeNull();
    expect(delayMs(startedAt, ask, startMs + 900_000)).toBeNull();
  });
});

describe("the caller waits", () => {
  test("since the agent's last word, through signs of life", () => {
    expect(waitedMs([ask, said("citizen", 40_000, "喂，在吗？")], 50_000)).toBe(30_000);
  });

  test("since the caller's own last word when the caller said something of the matter", () => {
    expect(waitedMs([ask, said("citizen", 45_000, "我再补充一句，昨晚也是这样吵到一点")], 50_000)).toBe(5_000);
  });

  test("for nobody before a word is said", () => {
    expect(waitedMs([], 50_000)).toBeNull();
    expect(waitedMs([said("citizen", 3_000, "喂")], 30_000)).toBe(27_000);
  });
});
