import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ArticleInput, importArticles, suggestAnswers } from "../../src/kb/index.ts";
import { toShanghaiIso } from "../../src/platform/clock.ts";
import { engines, isMissing, openTestApp, type TestApp } from "../security/test-app.ts";

const question = "老年证在哪里办理";
const article = (fields: object) =>
  ArticleInput.parse({ title: "老年证办理地点", body: "老年证在社区服务站办理。", ...fields });
const opened = article({ kind: "职责与办事", agency: "市民政局" });
const inner = article({
  externalId: "inner",
  body: "老年证办理的内部口径：统一答复请到社区服务站。",
  kind: "答复口径",
});
const bulletin = article({
  externalId: "b",
  title: "老年证办理暂停公告",
  body: "老年证办理今日暂停。",
  kind: "公告公开",
  bulletin: true,
});

describe.each(engines)("%s", (engine) => {
  if (isMissing(engine)) return test.skip("no PostgreSQL here", () => {});
  let open: TestApp;
  let closed: TestApp;
  beforeAll(async () => {
    closed = await openTestApp("embedded");
    open = await openTestApp(engine, ({ config }) => ({ config: { ...config, publicSearch: true } }));
    await importArticles(open.ctx, { articles: [opened, inner], publish: true });
    await importArticles(open.ctx, { articles: [article({ externalId: "d", title: "老年证草稿" })], publish: false });
  });
  afterAll(async () => {
    await open.close();
    await closed.close();
  });

  const path = (more: object = {}) => `/api/public/articles/search?${new URLSearchParams({ text: question, ...more })}`;

  test("it is not there unless the setting opens it", async () => {
    expect(closed.services.config.publicSearch).toBe(false);
    expect((await closed.request(path())).status).toBe(404);
  });

  test("everybody finds what is published and open to the public, and nothing that names a person or a row", async () => {
    const response = await open.request(path());
    expect(response.status).toBe(200);
    const { results } = await response.json();
    expect(results).toEqual([
      { title: opened.title, quote: opened.body, agency: "市民政局", validFrom: null, validUntil: null },
    ]);
  });

  test.each(["?text=", "?text=a&k=11", "?k=3", `?text=${"长".repeat(201)}`])("%s is refused", async (query) => {
    expect((await open.request(`/api/public/articles/search${query}`)).status).toBe(400);
  });

  test("a bulletin that answers the question stands above the better worded answer", async () => {
    await importArticles(open.ctx, { articles: [bulletin], publish: true });
    const answers = await suggestAnswers(open.ctx, { text: question, at: toShanghaiIso(open.services.now()) });
    expect(answers[0]).toMatchObject({ title: bulletin.title, fixed: true });
    expect(answers.length).toBeGreaterThan(1);
  });

  test("one address may ask thirty times a minute", async () => {
    const statuses = new Set<number>();
    for (let n = 0; n < 31; n++) statuses.add((await open.request(path({ k: "1" }))).status);
    expect(statuses).toEqual(new Set([200, 429]));
  });
});
