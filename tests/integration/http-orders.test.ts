import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { editsOf } from "../../src/orders/index.ts";
import { listAudit } from "../../src/platform/audit.ts";
import { addOrder, callOf, engines, isMissing, openTestApp, type TestApp } from "../security/test-app.ts";

const crowd = 50;

describe.each(engines)("%s", (engine) => {
  if (isMissing(engine)) return test.skip("no PostgreSQL here", () => {});
  let t: TestApp;
  beforeAll(async () => {
    t = await openTestApp(engine);
  });
  afterAll(() => t.close());

  const send = (id: string, body: unknown) => t.as("agent", `/api/orders/${id}`, { method: "PATCH", body });
  const confirm = (id: string, version: unknown) =>
    t.as("agent", `/api/orders/${id}/confirm`, { method: "POST", body: { version } });
  const auditOf = async (id: string, action: string) =>
    (await listAudit(t.services.db, 1_000)).filter((row) => row.target === id && row.action === action);

  test("an edit is kept with who, when, before and after, and the reader is on record", async () => {
    const id = await addOrder(t, callOf("edit"), null);
    const edited = await send(id, {
      version: 1,
      changes: { title: "新标题", elements: { contact: { value: "13900000000", status: "已记录" } } },
    });
    expect(edited.status).toBe(200);
    expect(await edited.json()).toMatchObject({
      id,
      version: 2,
      title: "新标题",
      missing: [],
      elements: { contact: { engine: "human" } },
    });
    const read = await (await t.as("agent", `/api/orders/${id}`)).json();
    expect(read.edits).toContainEqual(
      expect.objectContaining({
        version: 2,
        field: "title",
        before: "夜间施工噪声",
        after: "新标题",
        by: `user:${t.idOf("agent")}`,
      }),
    );
    expect(await auditOf(id, "order.read")).toHaveLength(1);
  });

  test("a stale edit gets 409 with the present row, and nothing is overwritten", async () => {
    const id = await addOrder(t, callOf("stale"), null);
    expect((await send(id, { version: 1, changes: { title: "先到的" } })).status).toBe(200);
    const late = await send(id, { version: 1, changes: { title: "后到的" } });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      error: "conflict",
      present: { id, version: 2, title: "先到的", clocks: [] },
    });
  });

  test("what a conflict shows is an order as every other answer shows it", async () => {
    const id = await addOrder(t, callOf("shape"), null);
    const { order } = await (await t.as("agent", `/api/orders/${id}`)).json();
    const { present } = await (await send(id, { version: 9, changes: { title: "x" } })).json();
    expect(present).toEqual(order);
  });

  test("of fifty edits at once one wins; the others learn of it and change nothing", async () => {
    const id = await addOrder(t, callOf("fifty-edits"), null);
    const answers = await Promise.all(
      Array.from({ length: crowd }, (_, i) => send(id, { version: 1, changes: { title: `标题${i}` } })),
    );
    const bodies = await Promise.all(
      answers.map(async (answer) => ({ status: answer.status, body: await answer.json() })),
    );
    const won = bodies.filter(({ status }) => status === 200);
    const lost = bodies.filter(({ status }) => status === 409);
    expect([won.length, lost.length]).toEqual([1, crowd - 1]);
    const title = won[0]?.body.title;
    for (const { body } of lost) expect(body.present).toMatchObject({ id, version: 2, title });
    expect(await auditOf(id, "order.edit")).toHaveLength(1);
    expect(await editsOf(t.services.db, id)).toHaveLength(1);
  });

  test("of fifty confirmations at once one counts, by a person's name", async () => {
    const id = await addOrder(t, callOf("fifty-confirms"), null);
    const answers = await Promise.all(Array.from({ length: crowd }, () => confirm(id, 1)));
    const bodies = await Promise.all(
      answers.map(async (answer) => ({ status: answer.status, body: await answer.json() })),
    );
    expect(bodies.filter(({ status }) => status === 200)).toHaveLength(1);
    const lost = bodies.filter(({ status }) => status === 409);
    expect(lost).toHaveLength(crowd - 1);
    const confirmedBy = `user:${t.idOf("agent")}`;
    for (const { body } of lost)
      expect(body.present).toMatchObject({ id, state: "confirmed", version: 2, confirmedBy });
    expect(await auditOf(id, "order.confirm")).toHaveLength(1);
  });

  test("of an edit and a confirmation at once one wins and neither is mixed into the other", async () => {
    const id = await addOrder(t, callOf("mixed"), null);
    const [edited, confirmed] = await Promise.all([
      send(id, { version: 1, changes: { title: "改动" } }),
      confirm(id, 1),
    ]);
    expect([edited.status, confirmed.status].sort()).toEqual([200, 409]);
    const { order } = await (await t.as("agent", `/api/orders/${id}`)).json();
    expect(order).toMatchObject(
      edited.status === 200
        ? { version: 2, state: "draft", title: "改动" }
        : { version: 2, state: "confirmed", title: "夜间施工噪声" },
    );
  });

  test("a confirmed order is not confirmed twice", async () => {
    const id = await addOrder(t, callOf("twice"), null);
    expect((await confirm(id, 1)).status).toBe(200);
    const again = await confirm(id, 2);
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ present: { state: "confirmed" } });
  });

  test.each([
    ["an unknown field", { version: 1, changes: { role: "admin" } }, /不认识|未知|role/],
    ["an unknown key beside", { version: 1, changes: {}, confirmedBy: "me" }, /confirmedBy/],
    ["a field of the engines", { version: 1, changes: { kindConfidence: 1 } }, /kindConfidence/],
    [
      "an element no one knows",
      { version: 1, changes: { elements: { password: { value: "x", status: "已记录" } } } },
      /elements/,
    ],
    ["an empty title", { version: 1, changes: { title: " " } }, /标题不能为空/],
    ["no version", { changes: { title: "x" } }, /version/],
    ["a version that is no number", { version: "1; drop table orders", changes: {} }, /version/],
    ["no object", "[]", /./],
    ["no JSON", "{", /JSON/],
    ["nothing", "", /JSON/],
  ])("%s in an edit is refused and named in Chinese", async (_, body, words) => {
    const id = "order-of-edit";
    const response = await send(id, body);
    expect(response.status).toBe(400);
    const said = await response.json();
    expect(said).toMatchObject({ error: "invalid", requestId: response.headers.get("x-request-id") });
    expect(said.message).toMatch(words);
    expect(said.message).toMatch(/\p{Script=Han}/u);
  });

  test("a form is not JSON", async () => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const response = await t.as("agent", "/api/orders/order-of-edit", { method: "PATCH", headers, body: "version=1" });
    expect(response.status).toBe(400);
  });
});
