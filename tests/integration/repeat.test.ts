import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Call, confirmOrder, type Order, orderOfCall } from "../../src/orders/index.ts";
import { processOne } from "../../src/pipeline/index.ts";
import { systemCtx } from "../../src/platform/context.ts";
import type { OpenServices } from "../../src/services.ts";
import { complaintCall } from "../support/calls.ts";
import { databaseKinds, isMissing } from "../support/databases.ts";
import { ctxOf, openTestServices } from "../support/services.ts";

/** The complaint told again some days later; `more` is said by the caller beside it. */
function again(id: string, change: Partial<Call> & { more?: string } = {}): Call {
  const { more, ...rest } = change;
  const call = complaintCall(id);
  const last = call.utterances.at(-1);
  const i = call.utterances.length;
  const said =
    more && last
      ? [{ i, speaker: "citizen" as const, startMs: last.endMs + 1, endMs: last.endMs + 9, text: more }]
      : [];
  return { ...call, startedAt: "2026-03-09T10:00:00+08:00", utterances: [...call.utterances, ...said], ...rest };
}

describe.each(databaseKinds)("%s", (kind) => {
  describe.skipIf(isMissing(kind))("repeated requests (S4 5.2.2.2 h)", () => {
    let services: OpenServices;
    let first: Order;
    beforeAll(async () => {
      services = await openTestServices(kind);
      const agent = ctxOf(services, "agent", { agentId: "A1001", id: "agent-1" });
      first = await drafted(complaintCall("first"));
      await confirmOrder(agent, first.id, { version: first.version });
      await drafted({
        ...complaintCall("unconfirmed"),
        callerNumber: "13700137000",
        startedAt: "2026-03-06T09:00:00+08:00",
      });
    });
    afterAll(() => services.close());

    async function drafted(call: Call): Promise<Order> {
      await processOne(systemCtx(services, "test", new AbortController().signal, "test"), call);
      const order = await orderOfCall(services.db, call.id);
      if (!order) throw new Error("no order was drafted");
      return order;
    }

    test("the same caller with the same matter and nothing new is told apart, with the earlier order's number", async () => {
      const order = await drafted(again("same-caller"));
      expect(order).toMatchObject({ scope: "重复诉求" });
      expect(order.scopeWhy).toContain(first.id);
    });

    test("another caller about the same place and item is told apart too", async () => {
      expect(await drafted(again("same-place", { callerNumber: "13900139000" }))).toMatchObject({ scope: "重复诉求" });
    });

    test("new circumstances reopen it", async () => {
      const order = await drafted(again("renewed", { more: "上次处理以后好了两天又开始了，比以前更吵。" }));
      expect(order).toMatchObject({ scope: "受理" });
      expect(order.scopeWhy).toContain("新情况");
    });

    test("what came before counts only when it was confirmed, and only for so many days", async () => {
      const years = { startedAt: "2027-03-09T10:00:00+08:00" };
      expect(await drafted(again("long-after", years))).toMatchObject({ scope: "受理" });
      expect(await drafted(again("before", { startedAt: "2026-03-04T10:00:00+08:00" }))).toMatchObject({
        scope: "受理",
      });
    });
  });
});
