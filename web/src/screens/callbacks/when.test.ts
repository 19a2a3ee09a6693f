import { expect, test } from "vitest";
import type { Case, Plan } from "../../types-callbacks.ts";
import { earliest, momentWords, nextToDial, whenWords } from "./when.ts";

const noon = Date.parse("2026-11-22T12:30:00+08:00");
const plan = (action: Plan["action"], notBefore: string | null = null): Plan => ({
  action,
  reason: "",
  clause: "",
  notBefore,
  attemptsAllowed: 3,
  deadline: null,
});
const row = (id: string, of: Plan) => ({ id, plan: of }) as Case;

test("a moment of today is said by its time, whatever the time of the machine", () => {
  expect(momentWords("2026-11-22T06:00:00Z", noon)).toBe("14:00");
  expect(momentWords("2026-11-23T09:00:00+08:00", noon)).toBe("明天 09:00");
  expect(momentWords("2026-11-24T09:00:00+08:00", noon)).toBe("11-24 09:00");
  expect(momentWords("2026-11-23T00:30:00+08:00", Date.parse("2026-11-22T16:10:00Z"))).toBe("00:30");
});

test("what waits says from when on it may be dialled, all else its plan", () => {
  expect(whenWords(plan("等待", "2026-11-22T14:00:00+08:00"), noon)).toBe("14:00 后可拨");
  expect(whenWords(plan("拨打"), noon)).toBe("现在可拨");
  expect(whenWords(plan("结束(次数已满)"), noon)).toBe("结束(次数已满)");
});

test("the next one to dial is the first that may be dialled, and what waits is told by its earliest moment", () => {
  const late = row("a", plan("等待", "2026-11-23T09:00:00+08:00"));
  const soon = row("b", plan("等待", "2026-11-22T06:00:00Z"));
  expect(nextToDial([late, row("c", plan("拨打")), row("d", plan("拨打"))])?.id).toBe("c");
  expect([nextToDial([late]), earliest([late, soon]), earliest([])]).toEqual([undefined, "2026-11-22T06:00:00Z", null]);
});
