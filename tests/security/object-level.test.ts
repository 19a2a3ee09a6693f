import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addOrder, agencyName, callOf, engines, isMissing, openTestApp, type TestApp } from "./test-app.ts";

describe.each(engines)("%s", (engine) => {
  if (isMissing(engine)) return test.skip("no PostgreSQL here", () => {});
  let t: TestApp;
  beforeAll(async () => {
    t = await openTestApp(engine);
    await addOrder(t, callOf("mine", "A1"), agencyName);
    await addOrder(t, callOf("foreign", "A2"), "市城市管理局");
    await addOrder(t, callOf("back", "A2", "callback"), null);
  });
  afterAll(() => t.close());

  const edit = { method: "PATCH", body: { version: 1, changes: { title: "改动" } } };
  const confirm = { method: "POST", body: { version: 1 } };
  const tell = { method: "POST", body: { articleId: "any", version: 1, quote: "任何" } };
  const foreign = [
    ["agent", "/api/calls/foreign", "/api/calls/none", {}],
    ["agent", "/api/calls/foreign/events", "/api/calls/none/events", {}],
    ["agent", "/api/calls/foreign/answers", "/api/calls/none/answers", {}],
    ["agent", "/api/calls/foreign/answers/tell", "/api/calls/none/answers/tell", tell],
    ["agent", "/api/calls/foreign/answers/x/undo", "/api/calls/none/answers/x/undo", { method: "POST", body: {} }],
    ["callback", "/api/calls/mine/answers/tell", "/api/calls/none/answers/tell", tell],
    ["agent", "/api/orders/order-of-foreign", "/api/orders/none", {}],
    ["agent", "/api/orders/order-of-foreign", "/api/orders/none", edit],
    ["agent", "/api/orders/order-of-foreign/confirm", "/api/orders/none/confirm", confirm],
    ["agent", "/api/calls/back", "/api/calls/none", {}],
    ["callback", "/api/calls/mine", "/api/calls/none", {}],
    ["callback", "/api/orders/order-of-mine", "/api/orders/none", {}],
    ["dispatcher", "/api/calls/back", "/api/calls/none", {}],
    ["dispatcher", "/api/orders/order-of-back", "/api/orders/none", edit],
    ["agency", "/api/orders/order-of-foreign", "/api/orders/none", {}],
    ["agency", "/api/orders/order-of-back", "/api/orders/none", {}],
  ] as const;

  test.each(foreign)("to %s, %s is as missing as %s", async (who, hidden, missing, init) => {
    const [one, other] = [await t.as(who, hidden, init), await t.as(who, missing, init)];
    expect([one.status, other.status]).toEqual([404, 404]);
    const [said, alsoSaid] = [await one.json(), await other.json()];
    expect({ ...said, requestId: "" }).toEqual({ ...alsoSaid, requestId: "" });
    expect(said).toMatchObject({ error: "not_found", message: expect.stringMatching(/不存在，或您无权查看$/) });
  });

  test("lists hold no foreign rows", async () => {
    const idsFor = async (who: string) => {
      const { items } = await (await t.as(who, "/api/calls")).json();
      return (items as { id: string }[]).map((item) => item.id).sort();
    };
    expect(await idsFor("agent")).toEqual(["mine"]);
    expect(await idsFor("agent.two")).toEqual(["foreign"]);
    expect(await idsFor("callback")).toEqual(["back"]);
    expect(await idsFor("dispatcher")).toEqual(["foreign", "mine"]);
    expect(await idsFor("qa")).toEqual(["back", "foreign", "mine"]);
  });

  test("what is one's own is there", async () => {
    expect((await t.as("agent", "/api/calls/mine")).status).toBe(200);
    expect((await t.as("agency", "/api/orders/order-of-mine")).status).toBe(200);
    expect((await t.as("dispatcher", "/api/orders/order-of-foreign")).status).toBe(200);
  });

  test("sending a call under a foreign id tells nothing of the call that has it", async () => {
    const response = await t.as("agent", "/api/calls", { method: "POST", body: callOf("foreign", "A1") });
    expect(response.status).toBe(409);
    const said = await response.text();
    expect(said).not.toContain("utterances");
    expect(said).not.toContain("A2");
  });
});
