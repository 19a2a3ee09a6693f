import { describe, expect, test } from "vitest";
import type { CallListEntry } from "../../types.ts";
import { countNear, inQueueOrder, nextClock, type Waiting } from "./sort.ts";

const call = (id: string, urgent: "一般" | "紧急", due: string | null, state: "draft" | "confirmed" = "draft") =>
  ({
    id,
    order: { state, urgent, clocks: due ? [{ stage: "派发", due, clause: "", limit: "" }] : [] },
  }) as unknown as CallListEntry;

describe("the dispatcher's queue", () => {
  test("has urgent orders first, then those that run out first, those without a clock last", () => {
    const calls = [
      call("无时限", "一般", null),
      call("晚", "一般", "2026-03-06T12:00:00+08:00"),
      call("早", "一般", "2026-03-06T03:00:00Z"),
      call("急", "紧急", "2026-03-09T12:00:00+08:00"),
    ];
    expect(inQueueOrder(calls).map(({ id }) => id)).toEqual(["急", "早", "晚", "无时限"]);
  });

  test("has only drafts of calls that are over", () => {
    const noOrder = { id: "回访", order: null } as unknown as CallListEntry;
    const live: CallListEntry = { ...call("通话中", "紧急", null), state: "live" };
    expect(inQueueOrder([call("已确认", "紧急", null, "confirmed"), noOrder, live])).toEqual([]);
  });

  test("does not count a clock that only begins with dispatch", () => {
    const row = call("a", "一般", "2026-03-05T12:00:00+08:00") as Waiting;
    row.order.clocks.unshift({ stage: "签收", due: "2026-03-05T08:00:00+08:00", clause: "", limit: "", assumed: true });
    expect(nextClock(row)?.stage).toBe("派发");
  });

  test("counts what is near and what is over", () => {
    const rows = inQueueOrder([
      call("a", "一般", "2026-03-05T08:00:00+08:00"),
      call("b", "一般", "2026-03-05T10:00:00+08:00"),
      call("c", "一般", "2026-03-07T10:00:00+08:00"),
    ]);
    expect(countNear(rows, Date.parse("2026-03-05T09:00:00+08:00"))).toEqual({ soon: 1, over: 1 });
  });
});
