import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hc, parseResponse } from "hono/client";
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import { type App, createApp, openAuth, startServer } from "../../src/http/index.ts";
import type { CallListEntry, CallView, OrderResult } from "../../src/pipeline/index.ts";
import type { Log } from "../../src/platform/log.ts";
import { addOrder, callOf, openTestApp, type TestApp } from "../security/test-app.ts";

let t: TestApp;
const root = mkdtempSync(join(tmpdir(), "tingsu-root-"));
const lines: { level: string; fields: object; message: string }[] = [];
const catcher = (level: string) => (fields: object, message: string) => lines.push({ level, fields, message });
const log = Object.fromEntries(
  ["debug", "info", "warn", "error"].map((level) => [level, catcher(level)]),
) as unknown as Log;

beforeAll(async () => {
  writeFileSync(join(root, "package.json"), '{"version":"9.9.9"}');
  t = await openTestApp("embedded", () => ({ log }));
  await addOrder(t, callOf("known"), null);
});
afterAll(async () => {
  await t.close();
  rmSync(root, { recursive: true });
});

describe("the server", () => {
  test("listens on a free port, serves many at once and is gone after close", async () => {
    const server = await startServer(t.app, { host: "127.0.0.1", port: 0 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(`${server.url}/api/health`)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    await server.close();
    await expect(fetch(`${server.url}/api/health`)).rejects.toThrow();
  });

  test("a port that is taken is an error at start", async () => {
    const server = await startServer(t.app, { host: "127.0.0.1", port: 0 });
    const port = Number(new URL(server.url).port);
    await expect(startServer(t.app, { host: "127.0.0.1", port })).rejects.toMatchObject({ code: "EADDRINUSE" });
    await server.close();
  });

  test("closing lets a running request end, and ends event streams at once", async () => {
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = {
      fetch: async (...args: Parameters<App["fetch"]>) => {
        const path = new URL(args[0].url).pathname;
        if (path === "/api/health") {
          begin();
          await held;
        }
        return t.app.fetch(...args);
      },
    };
    const server = await startServer(slow, { host: "127.0.0.1", port: 0 });
    const stream = await fetch(`${server.url}/api/events`, { headers: { cookie: t.cookieOf("agent") } });
    const reader = stream.body?.getReader();
    await reader?.read();
    const running = fetch(`${server.url}/api/health`);
    await begun;
    const closing = server.close();
    await expect(reader?.read()).rejects.toThrow();
    release();
    expect((await running).status).toBe(200);
    await closing;
  });

  test("a reader who hangs up frees the server's listener", async () => {
    let listening = 0;
    const events = {
      ...t.services.events,
      listen(listener: Parameters<typeof t.services.events.listen>[0]) {
        listening += 1;
        const unlisten = t.services.events.listen(listener);
        return () => {
          listening = 0;
          unlisten();
        };
      },
    };
    const server = await startServer(createApp({ ...t.services, events }, t.auth), { host: "127.0.0.1", port: 0 });
    const leaving = new AbortController();
    const stream = await fetch(`${server.url}/api/events`, {
      headers: { cookie: t.cookieOf("agent") },
      signal: leaving.signal,
    });
    await stream.body?.getReader().read();
    expect(listening).toBe(1);
    leaving.abort();
    await expect.poll(() => listening, { timeout: 5_000 }).toBe(0);
    await server.close();
  });

  test("a body beyond 10 MB is refused, with its length told and without", async () => {
    const post = (body: BodyInit, headers: Record<string, string>) =>
      t.app.request("http://localhost/api/calls", {
        method: "POST",
        headers: { "content-type": "application/json", cookie: t.cookieOf("agent"), ...headers },
        body,
        duplex: "half",
      } as RequestInit);
    const told = await post("{}", { "content-length": String(11 * 1024 * 1024) });
    expect([told.status, await told.json()]).toEqual([413, expect.objectContaining({ error: "too_large" })]);
    let sentMb = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sentMb += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    expect((await post(endless, {})).status).toBe(413);
    expect(sentMb, "it stops reading there").toBeLessThan(15);
  });
});

describe("errors", () => {
  test("an unknown one tells the caller nothing and the log where it was, without its words", async () => {
    const secret = "Failed query: select '13800000000' from calls";
    const rules = { ...t.services.rules };
    const broken = createApp(
      {
        ...t.services,
        rules,
        now: () => {
          throw new Error(secret);
        },
      },
      t.auth,
    );
    lines.length = 0;
    const response = await broken.request("http://localhost/api/me", { headers: { cookie: t.cookieOf("agent") } });
    const text = await (
      await broken.request("http://localhost/api/articles/search?text=x", { headers: { cookie: t.cookieOf("agent") } })
    ).text();
    expect(response.status === 500 || text.includes("internal")).toBe(true);
    expect(JSON.parse(text)).toEqual({
      error: "internal",
      message: "服务出错，请稍后再试",
      requestId: expect.any(String),
    });
    const failed = lines.filter(({ level }) => level === "error");
    expect(failed.length).toBeGreaterThan(0);
    expect(JSON.stringify(failed)).toContain("src/http");
    expect(JSON.stringify(failed)).not.toContain("13800000000");
  });

  test("a database that is away is 503, for health too", async () => {
    const pool = {
      ...t.services.db,
      execute: () => Promise.reject(Object.assign(new Error("x"), { code: "ECONNREFUSED" })),
    };
    const app = createApp({ ...t.services, db: pool as unknown as typeof t.services.db }, t.auth);
    const response = await app.request("http://localhost/api/health");
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: "unavailable", message: "数据库没有应答" });
  });

  test("a database that is away while a session is asked for is 503, not a sign-out", async () => {
    const away = () => {
      throw Object.assign(new Error("secret"), { code: "ECONNREFUSED" });
    };
    const db = new Proxy(t.services.db, {
      get: (target, key) => (key === "select" ? away : Reflect.get(target, key, target)),
    });
    const services = { ...t.services, db };
    const app = createApp(services, openAuth(services));
    const headers = { cookie: t.cookieOf("agent"), "content-type": "application/json" };
    const me = await app.request("http://localhost/api/me", { headers });
    expect([me.status, me.headers.getSetCookie()]).toEqual([503, []]);
    const body = JSON.stringify({ username: "u.agent", password: "x" });
    const signIn = await app.request("http://localhost/api/auth/sign-in/username", { method: "POST", headers, body });
    expect(signIn.status).toBe(503);
    expect(await signIn.text()).not.toContain("secret");
  });
});

test("each request leaves one line, with the pattern of its path and nothing of a person", async () => {
  lines.length = 0;
  await t.as("agent", "/api/calls/known");
  await t.as("agent", "/api/articles/search?text=13800000000");
  await t.signIn("agent");
  await t.as("agent", "/api/no/such/13800000000");
  const seen = lines
    .filter(({ message }) => message === "request")
    .map(({ fields }) => fields as { route: string; status: number });
  expect(seen.map(({ route, status }) => [route, status])).toEqual([
    ["/api/calls/:id", 200],
    ["/api/articles/search", 200],
    ["/api/auth/sign-in/username", 200],
    ["/api/*", 404],
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/13800000000|known|correct-horse|u\.agent/);
  for (const { fields } of lines) expect(fields).toMatchObject({ requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
});

describe("the screens", () => {
  const get = (path: string) => createApp(t.services, t.auth, root).request(`http://localhost${path}`);

  test("before the build a page says in Chinese how to build", async () => {
    const response = await get("/");
    expect(response.status).toBe(503);
    expect(await response.text()).toMatch(/npm run build/);
    expect((await get("/assets/x.js")).status).toBe(404);
  });

  test("after it: hashed files for a year, index.html for every address of a screen and never from a cache", async () => {
    mkdirSync(join(root, "dist/web/assets"), { recursive: true });
    writeFileSync(join(root, "dist/web/index.html"), "<title>screen</title>");
    writeFileSync(join(root, "dist/web/assets/app-3f9a.js"), "1");
    writeFileSync(join(root, "dist/secret.txt"), "secret");
    for (const path of ["/", "/calls/abc", "/orders/工单", "/index.html"]) {
      const response = await get(path);
      expect([response.status, response.headers.get("cache-control")], path).toEqual([200, "no-cache"]);
      expect(await response.text()).toContain("screen");
    }
    const script = await get("/assets/app-3f9a.js");
    expect(script.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(script.headers.get("content-type")).toMatch(/javascript/);
    expect((await get("/assets/gone.js")).status).toBe(404);
    for (const path of [
      "/../secret.txt",
      "/%2e%2e/secret.txt",
      "/..%2fsecret.txt",
      "/assets/..%2f..%2fsecret.txt",
      "/..%5csecret.txt",
    ])
      expect(await (await get(path)).text(), path).not.toBe("secret");
  });
});

describe("the description of the API", () => {
  type Operation = { responses: Record<string, unknown>; summary?: string; security?: unknown };
  test("names every route with its errors in one body", async () => {
    const response = await t.request("/api/openapi.json");
    const { paths, info } = (await response.json()) as {
      paths: Record<string, Record<string, Operation>>;
      info: { version: string };
    };
    expect(info.version).toMatch(/^\d/);
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`),
    );
    const routes = t.app.routes.filter(
      ({ method, path }) => method !== "ALL" && path.startsWith("/api/") && !/openapi|docs/.test(path),
    );
    expect(described.sort()).toEqual([...new Set(routes.map(({ method, path }) => `${method} ${path}`))].sort());
    for (const [path, methods] of Object.entries(paths))
      for (const operation of Object.values(methods)) {
        expect(operation.summary, path).toBeTruthy();
        if (operation.security) expect(Object.keys(operation.responses), path).toContain("401");
        for (const [status, said] of Object.entries(operation.responses))
          if (Number(status) >= 400)
            expect(JSON.stringify(said), `${path} ${status}`).toContain("#/components/schemas/Error");
      }
  });

  test("has a page that loads nothing from elsewhere and runs no script", async () => {
    const page = await (await t.request("/api/docs")).text();
    expect(page).toContain("/api/orders/{id}/confirm");
    expect(page).not.toMatch(/<script|https?:\/\/(?!localhost)/);
  });
});

test("the typed client of the screens knows each route, its input and its answer", async () => {
  const client = hc<App>("http://localhost", {
    fetch: (input: string | URL | Request, init?: RequestInit) => t.app.request(input as string, init),
    headers: { cookie: t.cookieOf("agent") },
  });
  const { items } = await parseResponse(client.api.calls.$get({ query: { limit: "5" } }));
  expectTypeOf(items).toEqualTypeOf<CallListEntry[]>();
  expect(items[0]?.id).toBe("known");
  const view = await parseResponse(client.api.calls[":id"].$get({ param: { id: "known" } }));
  expectTypeOf(view.state).toEqualTypeOf<CallView["state"]>();
  const edited = await parseResponse(
    client.api.orders[":id"].$patch({
      param: { id: "order-of-known" },
      json: { version: 1, changes: { title: "改" } },
    }),
  );
  expectTypeOf(edited.kind).toEqualTypeOf<OrderResult["kind"]>();
  expect(edited.version).toBe(2);
  type Confirm = Parameters<(typeof client.api.orders)[":id"]["confirm"]["$post"]>[0];
  expectTypeOf<{ param: { id: string }; json: { version: number } }>().toExtend<Confirm>();
  expectTypeOf<{ param: { id: string }; json: { version: string } }>().not.toExtend<Confirm>();
});
