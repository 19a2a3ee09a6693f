import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../src/http/index.ts";
import type { CallEvent } from "../../src/platform/events.ts";
import { addOrder, callOf, engines, isMissing, openTestApp, type TestApp } from "../security/test-app.ts";
import { readerOf } from "../support/event-reader.ts";

describe.each(engines)("%s", (engine) => {
  if (isMissing(engine)) return test.skip("no PostgreSQL here", () => {});
  let t: TestApp;
  let listeners = 0;
  beforeAll(async () => {
    t = await openTestApp(engine, ({ events }) => ({
      events: {
        ...events,
        listen(listener) {
          listeners += 1;
          const unlisten = events.listen(listener);
          let isOn = true;
          return () => {
            if (isOn) listeners -= 1;
            isOn = false;
            unlisten();
          };
        },
      },
    }));
    await addOrder(t, callOf("mine", "A1"), null);
    await addOrder(t, callOf("foreign", "A2"), null);
    await addOrder(t, callOf("back", "A1", "callback"), null);
  });
  afterAll(() => t.close());

  const listen = async (who: string, path = "/api/events", init = {}) => readerOf(await t.as(who, path, init));
  const publish = (callId: string, what: CallEvent["what"] = "processed") =>
    t.services.events.publish({ callId, what });
  const none = () => expect.poll(() => listeners, { timeout: 5_000 }).toBe(0);

  test("says hello, then which call changed, with ids only", async () => {
    const response = await t.as("agent", "/api/events");
    expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const stream = readerOf(response);
    await stream.until("event: hello");
    publish("mine");
    const said = await stream.until("processed");
    expect(said).toContain('event: call\ndata: {"callId":"mine","what":"processed"}\n\n');
    await stream.leave();
    await none();
  });

  test("nobody hears of a call that is not theirs", async () => {
    const [agent, callback] = [await listen("agent"), await listen("callback")];
    publish("foreign");
    publish("back");
    publish("unknown");
    publish("mine", "edited");
    publish("back", "failed");
    const heard = await agent.until("edited");
    expect(heard).not.toMatch(/foreign|back|unknown/);
    expect(await callback.until("failed")).not.toMatch(/foreign|mine|unknown/);
    await Promise.all([agent.leave(), callback.leave()]);
    await none();
  });

  test("the stream of one call tells of that call only, and of a hidden one there is none", async () => {
    const stream = await listen("qa", "/api/calls/foreign/events");
    publish("mine");
    publish("foreign", "confirmed");
    expect(await stream.until("confirmed")).not.toContain("mine");
    await stream.leave();
    expect((await t.as("agent", "/api/calls/foreign/events")).status).toBe(404);
    await none();
  });

  test("an edit and a confirmation are told by themselves", async () => {
    const stream = await listen("qa");
    const body = { version: 1, changes: { title: "改动" } };
    await t.as("agent", "/api/orders/order-of-mine", { method: "PATCH", body });
    await stream.until('{"callId":"mine","what":"edited"}');
    await t.as("agent", "/api/orders/order-of-mine/confirm", { method: "POST", body: { version: 2 } });
    await stream.until('{"callId":"mine","what":"confirmed"}');
    await stream.leave();
    await none();
  });

  test("a hundred readers who leave in any way leave no listener behind", async () => {
    const aborts = Array.from({ length: 50 }, () => new AbortController());
    const aborted = await Promise.all(aborts.map(({ signal }) => listen("agent", "/api/events", { signal })));
    const left = await Promise.all(aborts.map(() => listen("agent")));
    expect(listeners).toBe(100);
    for (const abort of aborts) abort.abort();
    await Promise.all(left.map((stream) => stream.leave()));
    await Promise.all(aborted.map((stream) => stream.leave().catch(() => undefined)));
    await none();
    publish("mine");
  });

  test("a reader who takes nothing is cut off and not remembered for ever", async () => {
    const stream = await listen("agent");
    for (let i = 0; i < 1_100; i++) publish("mine");
    await stream.end();
    await none();
  });

  test("a quiet line is kept open by comments, and ends when the reader is signed out", async () => {
    const app = createApp(t.services, t.auth, process.cwd(), { heartbeatMs: 50 });
    const cookie = await t.signIn("agent");
    const response = await app.request("http://localhost/api/events", { headers: { cookie } });
    const stream = readerOf(response);
    await stream.until(": heartbeat\n\n");
    await t.request("/api/auth/sign-out", { method: "POST", headers: { cookie } });
    await stream.end();
    await none();
  });

  test("a database that fails ends the stream without a word of the error", async () => {
    const db = new Proxy(t.services.db, {
      get: (target, key) =>
        key === "select"
          ? () => {
              throw new Error("secret statement");
            }
          : Reflect.get(target, key, target),
    });
    const app = createApp({ ...t.services, db }, t.auth);
    const response = await app.request("http://localhost/api/events", { headers: { cookie: t.cookieOf("agent") } });
    const stream = readerOf(response);
    await stream.until("hello");
    publish("mine");
    expect(await stream.end()).not.toContain("secret");
    await none();
  });
});
