import { describe, expect, test } from "vitest";
import { leftWords } from "./left-words.ts";

describe("what is left of a run", () => {
  test("is told in seconds, then in minutes, and not at all while nothing moves", () => {
    expect(leftWords(50, 10)).toBe("还要约 5 秒");
    expect(leftWords(100_000, 200)).toBe("还要约 9 分钟");
    expect(leftWords(10, 0)).toBe("还说不准要多久");
  });
});
