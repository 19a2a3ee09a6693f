import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  confirmOrder,
  editOrder,
  findCall,
  type Order,
  orderOfCall,
  readOrder,
  receiveCall,
} from "../../src/orders/index.ts";
import { processOne } from "../../src/pipeline/index.ts";
import { listAudit } from "../../src/platform/audit.ts";
import { systemCtx } from "../../src/platform/context.ts";
import { suggestionsFor } from "../../src/platform/suggestions.ts";
import type { OpenServices } from "../../src/services.ts";
import { complaintCall } from "../support/calls.ts";
import { databaseKinds, isMissing } from "../support/databases.ts";
import { ctxOf, openTestServices } from "../support/services.ts";

describe.each(databaseKinds)("%s", (kind) => {
  describe.skipIf(isMissing(kind))("orders", () => {
    let services: OpenServices;
    let lastCall = 0;
    beforeAll(async () => {
      services = await openTestServices(kind);
    });
    afterAll(() => services.close());

    const agent = (id = "agent-1") => ctxOf(services, "agent", { agentId: "A1001", id });
    async function draft(): Promise<Order> {
      lastCall += 1;
      const id = `call-${lastCall}`;
      const system = systemCtx(services, "test", new AbortController().signal, "test");
      await processOne(system, complaintCall(id));
      const order = await orderOfCall(services.db, id);
      if (!order) throw new Error("no order was drafted");
      return order;
    }
    const auditOf = async (target: string, action: string) =>
      (await listAudit(services.db, 1_000)).filter((row) => row.target === target && row.action === action);

    test("the same call sent fifty times at once is one call with one audit row", async () => {
      const sent = await Promise.all(Array.from({ length: 50 }, () => receiveCall(agent(), complaintCall("same"))));
      expect(sent.filter(({ isNew }) => isNew)).toHaveLength(1);
      expect(await auditOf("same", "call.receive")).toHaveLength(1);
    });

    test("another call under a taken id is refused and changes nothing", async () => {
      const other = { ...complaintCall("same"), callerNumber: "13900139000" };
      await expect(receiveCall(agent(), other)).rejects.toMatchObject({ fault: "conflict" });
      expect(await findCall(services.db, agent().actor, "same")).toMatchObject({ callerNumber: "13800138000" });
    });

    test("fifty people confirm at once: one wins, 49 get the present row, one audit row, every suggestion has the person's word", async () => {
      const order = await draft();
      const confirm = (_: unknown, n: number) =>
        confirmOrder(agent(`agent-${n}`), order.id, { version: order.version });
      const results = await Promise.allSettled(Array.from({ length: 50 }, confirm));
      const lost = results.filter((result) => result.status === "rejected");
      expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
      expect(lost.map(({ reason }) => [reason.fault, reason.present?.state])).toEqual(
        Array(49).fill(["conflict", "confirmed"]),
      );
      expect(await auditOf(order.id, "order.confirm")).toHaveLength(1);
      const suggested = await suggestionsFor(services.db, `order:${order.id}`);
      const decisions = suggested.map(({ what, decision }) => [what, decision]);
      const asked = ["category", "kind", "lead", "scope", "urgent"];
      expect(decisions.filter(([what]) => asked.includes(what ?? ""))).toEqual(asked.map((what) => [what, "accepted"]));
    });

    test("an edit keeps who, when, before and after of each field, and a typed element has no quote", async () => {
      const order = await draft();
      const time = { value: "2026-03-04T23:00", status: "已记录" as const };
      const edited = await editOrder(agent(), order.id, {
        version: 1,
        changes: { title: "新标题", elements: { time } },
      });
      expect(edited).toMatchObject({ version: 2, title: "新标题" });
      expect(edited.elements.time).toEqual({ ...time, quote: null, evidence: [], engine: "human" });
      const { edits } = await readOrder(agent(), order.id);
      expect(edits.find(({ field }) => field === "title")).toMatchObject({
        before: order.title,
        after: "新标题",
        by: "user:agent-1",
        version: 2,
      });
    });

    test("a stale edit is refused with the present row and overwrites nothing", async () => {
      const order = await draft();
      await editOrder(agent(), order.id, { version: 1, changes: { title: "先到" } });
      const late = editOrder(agent("agent-2"), order.id, { version: 1, changes: { title: "后到" } });
      await expect(late).rejects.toMatchObject({ fault: "conflict", present: { title: "先到", version: 2 } });
    });

    test("an edit that changes nothing makes no version and no audit row", async () => {
      const order = await draft();
      const same = await editOrder(agent(), order.id, { version: 1, changes: { title: order.title } });
      expect(same.version).toBe(1);
      expect(await auditOf(order.id, "order.edit")).toHaveLength(0);
    });

    test("a confirmed order is closed to agents and open to dispatchers, with names kept", async () => {
      const order = await draft();
      const confirmed = await confirmOrder(agent(), order.id, { version: 1 });
      expect(confirmed).toMatchObject({ confirmedBy: "user:agent-1", confirmedByName: "测试" });
      const change = { version: 2, changes: { title: "确认之后" } };
      await expect(editOrder(agent(), order.id, change)).rejects.toMatchObject({ fault: "conflict" });
      expect(await editOrder(ctxOf(services, "dispatcher"), order.id, change)).toMatchObject({ title: "确认之后" });
    });

    test("another seat's order looks like a missing one", async () => {
      const order = await draft();
      const other = ctxOf(services, "agent", { agentId: "A2002" });
      const missing = await readOrder(other, "no-such-order").catch((error: Error) => error.message);
      const hidden = await readOrder(other, order.id).catch((error: Error) => error.message);
      expect(hidden).toBe(missing);
      const agency = ctxOf(services, "agency", { agency: order.agencies?.lead ?? "" });
      await expect(readOrder(agency, order.id)).rejects.toMatchObject({ fault: "not_found" });
    });

    test("no audit row, no change", async () => {
      const order = await draft();
      await services.pool.query(
        "alter table audit_log add constraint refused check (action <> 'order.edit') not valid",
      );
      await expect(editOrder(agent(), order.id, { version: 1, changes: { title: "不留痕" } })).rejects.toThrow();
      await services.pool.query("alter table audit_log drop constraint refused");
      expect(await orderOfCall(services.db, order.callId)).toMatchObject({ version: 1, title: order.title });
    });

    test("who read an order is on record", async () => {
      const order = await draft();
      await readOrder(agent(), order.id);
      expect(await auditOf(order.id, "order.read")).toMatchObject([{ actor: "user:agent-1" }]);
    });
  });
});
