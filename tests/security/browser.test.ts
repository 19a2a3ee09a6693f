import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp, openAuth } from "../../src/http/index.ts";
import { addOrder, callOf, openTestApp, type TestApp } from "./test-app.ts";

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp("embedded");
  await addOrder(t, callOf("known"), null);
});
afterAll(() => t.close());

describe("writes from other sites", () => {
  const write = (headers: Record<string, string>, who = "admin") =>
    t.as(who, "/api/users/none", { method: "PATCH", body: { isDisabled: true }, headers });

  test.each([
    ["our own page", { origin: "http://localhost" }, 404],
    ["our own page on a port", { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" }, 404],
    ["a program without a browser", {}, 404],
    ["another site", { origin: "https://evil.example" }, 403],
    ["another site that names our host", { origin: "https://evil.example", host: "evil.example" }, 403],
    ["another program on this machine", { origin: "http://localhost:8080", host: "localhost:3000" }, 403],
    ["a page without an origin", { origin: "null" }, 403],
    ["a browser that says so", { "sec-fetch-site": "cross-site" }, 403],
    ["a neighbour under the same name", { "sec-fetch-site": "same-site" }, 403],
    ["words that are no origin", { origin: "localhost" }, 403],
    ["a look-alike", { origin: "http://localhost.evil.example" }, 403],
  ])("from %s %o: %i", async (_, headers, status) => {
    expect((await write(headers as Record<string, string>)).status).toBe(status);
  });

  test("signing in is such a write too", async () => {
    const body = { role: "admin" };
    const response = await t.request("/api/demo/sign-in", {
      method: "POST",
      body,
      headers: { origin: "https://evil.example" },
    });
    expect([response.status, response.headers.getSetCookie()]).toEqual([403, []]);
  });

  test("with PUBLIC_URL set only that address may write, and the cookie travels encrypted only", async () => {
    const config = { ...t.services.config, publicUrl: "https://hotline.example.cn/" };
    const services = { ...t.services, config };
    const app = createApp(services, openAuth(services));
    const statusFrom = async (origin: string) => {
      const headers = { origin, "content-type": "application/json" };
      const init = { method: "POST", headers, body: '{"role":"qa"}' };
      const response = await app.request("http://localhost/api/demo/sign-in", init);
      return [response.status, response.headers.getSetCookie().join()] as const;
    };
    expect((await statusFrom("http://localhost"))[0]).toBe(403);
    expect((await statusFrom("http://hotline.example.cn"))[0]).toBe(403);
    const [status, cookie] = await statusFrom("https://hotline.example.cn");
    expect(status).toBe(200);
    expect(cookie).toMatch(/^__Secure-tingsu\.session_token=.*Secure/);
  });
});

describe("headers", () => {
  const routes = [
    "/",
    "/assets/x.js",
    "/api/health",
    "/api/docs",
    "/api/openapi.json",
    "/api/me",
    "/api/calls",
    "/api/calls/known",
    "/api/nothing",
  ];

  test.each(routes)("%s lets no script in, is in no frame and is not guessed at", async (path) => {
    for (const response of [await t.as("agent", path), await t.request(path)]) {
      const policy = response.headers.get("content-security-policy") ?? "";
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe-eval");
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect(response.headers.get("x-powered-by")).toBeNull();
      expect(response.headers.get("access-control-allow-origin")).toBeNull();
      expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
      if (path.startsWith("/api")) expect(response.headers.get("cache-control")).toBe("no-store");
    }
  });

  test("the id of a request is ours, whatever the caller says", async () => {
    const response = await t.request("/api/me", { headers: { "x-request-id": "as-if" } });
    expect(response.headers.get("x-request-id")).not.toBe("as-if");
    expect((await response.json()).requestId).toBe(response.headers.get("x-request-id"));
  });
});

describe("what was not asked for", () => {
  const user = { username: "mass.assigned", password: "a-long-password", name: "x", role: "qa" };
  test.each([
    ["POST", "/api/auth/sign-in/username", { username: "u.qa", password: "x" }, { role: "admin" }],
    [
      "POST",
      "/api/auth/change-password",
      { currentPassword: "x", newPassword: "a-long-password" },
      { userId: "other" },
    ],
    ["POST", "/api/demo/sign-in", { role: "qa" }, { userId: "other" }],
    ["POST", "/api/users", user, { id: "chosen" }],
    ["POST", "/api/users", user, { emailVerified: true }],
    ["PATCH", "/api/users/none", { isDisabled: true }, { role: "admin" }],
    ["PATCH", "/api/orders/order-of-known", { version: 1, changes: {} }, { state: "confirmed" }],
    ["PATCH", "/api/orders/order-of-known", { version: 1 }, { changes: { confirmedBy: "user:x" } }],
    ["POST", "/api/orders/order-of-known/confirm", { version: 1 }, { by: "user:other" }],
  ])("%s %s %o with %o is refused", async (method, path, body, more) => {
    const who = path.startsWith("/api/orders") ? "agent" : "admin";
    const response = await t.as(who, path, { method, body: { ...body, ...more } });
    expect(response.status).toBe(400);
    expect((await response.json()).message).toContain(Object.keys("changes" in more ? more.changes : more)[0]);
  });

  test("a call may carry more, but none of it is kept", async () => {
    const body = { ...callOf("more"), state: "processed", inputHash: "x", processedAt: "2026-01-01T00:00:00Z" };
    expect((await t.as("agent", "/api/calls", { method: "POST", body })).status).toBe(202);
    expect(await (await t.as("agent", "/api/calls/more")).json()).toMatchObject({ state: "received" });
  });

  test("__proto__ and constructor are keys like others", async () => {
    const body = '{"version":1,"changes":{},"__proto__":{"role":"admin"},"constructor":{"prototype":{"polluted":1}}}';
    const response = await t.as("agent", "/api/orders/order-of-known", { method: "PATCH", body });
    expect(response.status).toBe(400);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

test("ids of every odd kind are answered without an inner error", async () => {
  const odd = [
    "'",
    "%27%20or%201=1",
    "..%2f..%2fetc",
    "%F0%9F%98%80",
    "%ff",
    "%00",
    "x".repeat(5_000),
    "-1",
    "null",
    "%E5%B7%A5%E5%8D%95",
  ];
  for (const id of odd)
    for (const path of [`/api/calls/${id}`, `/api/orders/${id}`, `/api/articles/${id}`, `/api/calls/${id}/events`]) {
      const response = await t.as("agent", path);
      expect([400, 404], path).toContain(response.status);
      expect(await response.text()).not.toMatch(/select|syntax|stack|at \//i);
    }
});

test("searches of every odd kind find nothing or something, without an inner error", async () => {
  const pieces = [
    "'",
    '"',
    "%",
    "_",
    "\\",
    ";--",
    "*",
    ":*",
    "&",
    "|",
    "!",
    "(",
    ")",
    "<->",
    "{",
    "🙂",
    "\u202e",
    "工单",
    " ",
    "null",
  ];
  for (let i = 0; i < 300; i++) {
    const text = Array.from({ length: (i % 9) + 1 }, (_, at) => pieces[(i * 7 + at * (i + 3)) % pieces.length]).join(
      "",
    );
    const query = new URLSearchParams({ text, region: text });
    expect([200, 400], text).toContain((await t.as("agent", `/api/articles/search?${query}`)).status);
    expect([200, 400], text).toContain(
      (await t.as("agent", `/api/articles?${new URLSearchParams({ title: text })}`)).status,
    );
  }
});
