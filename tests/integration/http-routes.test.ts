import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importArticles } from "../../src/kb/index.ts";
import { addOrder, callOf, engines, isMissing, openTestApp, type TestApp } from "../security/test-app.ts";

const article = {
  externalId: "kb-1",
  title: "夜间施工许可",
  body: "夜间22时至次日6时，噪声敏感建筑物集中区域禁止产生噪声的建筑施工作业。确需施工的，应当取得证明并公告附近居民。",
  agency: "市住建局",
  legalBasis: null,
  region: null,
  audience: null,
  item: null,
  kind: "政策法规" as const,
  bulletin: false,
  validFrom: null,
  validUntil: null,
};

const good = { username: "new.person", password: "a-long-password", name: "新人", role: "qa" };

describe.each(engines)("%s", (engine) => {
  if (isMissing(engine)) return test.skip("no PostgreSQL here", () => {});
  let t: TestApp;
  let articleId = "";
  beforeAll(async () => {
    t = await openTestApp(engine);
    await addOrder(t, callOf("known"), null);
    await importArticles(t.ctx, { articles: [article], publish: true });
    await importArticles(t.ctx, { articles: [{ ...article, externalId: "kb-2", title: "草稿" }], publish: false });
    const { items } = await (await t.as("agent", "/api/articles")).json();
    articleId = items[0]?.id ?? "";
  });
  afterAll(() => t.close());

  const post = (who: string, path: string, body: unknown) => t.as(who, path, { method: "POST", body });

  test("health says what runs, without a sign-in", async () => {
    const response = await t.request("/api/health");
    expect(response.status).toBe(200);
    const mode = engine === "embedded" ? "embedded" : "server";
    expect(await response.json()).toEqual({ status: "ready", mode, version: expect.stringMatching(/^\d+\.\d+/) });
  });

  test("a call comes in once, again it is known, and another call cannot take its id", async () => {
    const [first, again] = [
      await post("agent", "/api/calls", callOf("new")),
      await post("agent", "/api/calls", callOf("new")),
    ];
    expect([first.status, await first.json()]).toEqual([202, { id: "new", isNew: true }]);
    expect([again.status, await again.json()]).toEqual([202, { id: "new", isNew: false }]);
    const other = await post("agent", "/api/calls", { ...callOf("new"), callerNumber: "13700000000" });
    expect([other.status, (await other.json()).error]).toEqual([409, "conflict"]);
  });

  test("a call may carry fields of the city's own system, which contracts.md allows", async () => {
    expect((await post("agent", "/api/calls", { ...callOf("extra"), line: "12345" })).status).toBe(202);
  });

  test.each([
    ["no utterances", { ...callOf("bad"), utterances: [] }, /通话没有任何话语/],
    ["a time that is none", { ...callOf("bad"), startedAt: "yesterday" }, /startedAt/],
    ["a NUL in its id", callOf("b\0d"), /空字符/],
    ["half a character in its id, which would break the audit's chain", callOf("bad \ud800"), /不完整的字符/],
    ["half a character in a seat", callOf("bad", "\udc00"), /不完整的字符/],
    ["an endless id", callOf("x".repeat(101)), /id/],
  ])("a call with %s is refused", async (_, body, words) => {
    const response = await post("agent", "/api/calls", body);
    expect(response.status).toBe(400);
    expect((await response.json()).message).toMatch(words);
  });

  test("the list of calls is filtered by its query, and a bad query is refused", async () => {
    const ids = async (query: string) => {
      const { items } = await (await t.as("agent", `/api/calls${query}`)).json();
      return (items as { id: string }[]).map((item) => item.id);
    };
    expect(await ids("?direction=inbound&limit=200")).toContain("known");
    expect(await ids("?state=processed")).toEqual([]);
    expect(await ids("?limit=1")).toHaveLength(1);
    for (const query of ["?limit=0", "?limit=x", "?state=lost", "?direction=sideways"])
      expect((await t.as("agent", `/api/calls${query}`)).status, query).toBe(400);
  });

  test("a call is shown with its words and its order", async () => {
    const response = await t.as("agent", "/api/calls/known");
    expect(await response.json()).toMatchObject({
      id: "known",
      call: { direction: "inbound", startedAt: "2026-03-05T09:12:00+08:00", utterances: [{ i: 0 }, { i: 1 }] },
      order: { id: "order-of-known", state: "draft", version: 1 },
    });
    expect((await t.as("agent", "/api/calls/unknown")).status).toBe(404);
    expect((await t.as("agent", `/api/calls/${"x".repeat(101)}`)).status).toBe(400);
    expect((await t.as("agent", "/api/calls/a%00b")).status).toBe(400);
  });

  test("articles are listed, read and found; what is not published is there for editors only", async () => {
    const titles = async (who: string) => {
      const { items } = await (await t.as(who, "/api/articles")).json();
      return (items as { title: string }[]).map((item) => item.title).sort();
    };
    expect(await titles("agent")).toEqual(["夜间施工许可"]);
    expect(await titles("editor")).toEqual(["夜间施工许可", "草稿"].sort());
    const read = await t.as("agent", `/api/articles/${articleId}`);
    expect(await read.json()).toMatchObject({
      id: articleId,
      title: article.title,
      body: article.body,
      state: "published",
    });
    expect((await t.as("agent", "/api/articles/none")).status).toBe(404);
    expect((await t.as("agent", "/api/articles?state=secret")).status).toBe(400);
  });

  test("a search needs words, and takes a moment", async () => {
    const found = await t.as("agent", `/api/articles/search?text=${encodeURIComponent("夜间施工")}&k=3`);
    expect(found.status).toBe(200);
    const { results } = await found.json();
    expect(results[0]).toMatchObject({ articleId, title: article.title });
    expect(article.body).toContain(results[0].quote);
    for (const query of ["", "?text=", "?text=a&k=0", "?text=a&at=tomorrow", "?text=a%00"])
      expect((await t.as("agent", `/api/articles/search${query}`)).status, query).toBe(400);
  });

  test("the city gives the forms their names", async () => {
    const city = await (await t.as("qa", "/api/city")).json();
    expect(city).toMatchObject({ id: "yunling", name: "云岭市" });
    expect(city.scopes[0]).toBe("受理");
    expect(city.categories.length).toBeGreaterThan(3);
    for (const { level1, items } of city.categories) expect(items.length, level1).toBeGreaterThan(0);
    for (const element of city.elements)
      expect(element).toEqual({
        key: expect.any(String),
        label: expect.stringMatching(/./),
        ask: expect.stringMatching(/.{3,}？$/),
      });
    expect(new Set(city.agencies).size).toBe(city.agencies.length);
  });

  test("an administrator makes accounts; bad ones are refused and a taken name is told", async () => {
    const made = await post("admin", "/api/users", good);
    expect(made.status).toBe(201);
    expect(await made.json()).toMatchObject({
      username: "new.person",
      role: "qa",
      roleTitle: "质检员",
      isDisabled: false,
    });
    expect((await post("admin", "/api/users", { ...good, username: "New.Person" })).status).toBe(409);
    const bad = [
      { ...good, password: "short" },
      { ...good, role: "root" },
      { ...good, username: "a b" },
      { ...good, id: "mine" },
      { ...good, role: "agency" },
      { ...good, username: "very.long.name", password: "very.long.name" },
    ];
    for (const body of bad) expect((await post("admin", "/api/users", body)).status, JSON.stringify(body)).toBe(400);
    const { items } = await (await t.as("admin", "/api/users")).json();
    expect(items).toHaveLength(10);
    expect(JSON.stringify(items)).not.toMatch(/password|@users\.invalid/);
  });

  test("no one shuts themselves out, and no one who is not there", async () => {
    const change = (id: string, body: unknown) => t.as("admin", `/api/users/${id}`, { method: "PATCH", body });
    expect((await change(t.idOf("admin"), { isDisabled: true })).status).toBe(409);
    expect((await change("none", { isDisabled: true })).status).toBe(404);
    expect((await change(t.idOf("qa"), { isDisabled: true, role: "admin" })).status).toBe(400);
  });

  test("the audit is shown newest first and says that it is whole, or where it was changed", async () => {
    const read = async () => (await t.as("admin", "/api/audit?limit=5")).json();
    const { items, brokenAt } = await read();
    expect(brokenAt).toBeNull();
    expect(items).toHaveLength(5);
    expect(items[0].seq).toBeGreaterThan(items[4].seq);
    expect((await t.as("admin", "/api/audit?limit=0")).status).toBe(400);
    await t.services.pool.query("alter table audit_log disable trigger all");
    await t.services.pool.query("update audit_log set actor = 'user:someone-else' where seq = 2");
    expect((await read()).brokenAt).toBe(2);
  });
});
