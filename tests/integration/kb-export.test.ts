import exceljs from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ArticleInput, importArticles, importJob } from "../../src/kb/index.ts";
import { engines, isMissing, openTestApp, type TestApp } from "../security/test-app.ts";

const texts = [
  ["普通标题", "普通正文。"],
  ['=HYPERLINK("http://x","点")', "=1+1"],
  ["+86 电话", "-1\n- 一\n- 二"],
  ["@提醒", "'=已有撇号"],
  ['标题, 有"引号"', "逗号,分号;\t制表\n\n## 小节\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |"],
  ["像文首", "---\ntitle: 不是\n---\n# 一级标题\n正文\n# 又一个\n正文"],
  ["表情", "😀".repeat(20_000)],
  ["很长", "很长的正文，".repeat(12_000)],
  ["围栏", "```\n# 不是标题\n```\n完"],
  ["重名/带:符号*.", "甲"],
  ["重名/带:符号*.", "乙"],
] as const;

describe.each(engines)("export on %s", (engine) => {
  if (isMissing(engine)) return test.skip("no PostgreSQL here", () => {});
  let t: TestApp;
  beforeAll(async () => {
    t = await openTestApp(engine);
    const articles = texts.map(([title, body], n) =>
      ArticleInput.parse({
        title,
        body,
        externalId: n % 2 ? `e${n}` : null,
        agency: n % 3 ? "市水务局" : null,
        kind: n === 3 ? "公告公开" : undefined,
        bulletin: n === 3,
        validFrom: n === 4 ? "2026-01-01T00:00:00+08:00" : null,
        validUntil: n === 4 ? "2026-12-31T09:30:00+08:00" : null,
      }),
    );
    await importArticles(t.ctx, { articles: articles.slice(0, 5), publish: true });
    await importArticles(t.ctx, { articles: articles.slice(5), publish: false });
  });
  afterAll(() => t.close());

  const stored = async () => (await t.services.pool.query("select * from articles order by id")).rows;
  const take = (format: string) => t.as("editor", `/api/articles/export?format=${format}`);
  const bring = async (name: string, body: BodyInit) => {
    const headers = { cookie: t.cookieOf("editor") };
    const sent = await t.app.request(`http://localhost/api/articles/imports?name=${name}`, {
      method: "PUT",
      headers,
      body,
    });
    const { id } = await sent.json();
    await importJob.run(t.ctx, { id });
    const ready = await (await t.as("editor", `/api/articles/imports/${id}`)).json();
    const confirmed = { version: ready.version, publish: false };
    await t.as("editor", `/api/articles/imports/${id}/confirm`, { method: "POST", body: confirmed });
    await importJob.run(t.ctx, { id });
    return (await t.as("editor", `/api/articles/imports/${id}`)).json();
  };

  test.each(["jsonl", "csv", "xlsx", "zip"])("importing an export in %s again changes nothing", async (format) => {
    const before = await stored();
    const answer = await take(format);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-disposition")).toMatch(new RegExp(`^attachment; .*\\.${format}"$`));
    const ended = await bring(`export.${format}`, await answer.arrayBuffer());
    expect(ended).toMatchObject({ state: "done", faults: [], report: { created: 0, updated: 0 } });
    expect(ended.report.unchanged).toBe(texts.length);
    expect(await stored()).toEqual(before);
  });

  test("a changed row of an export changes its article, and only that", async () => {
    const csv = await (await take("csv")).text();
    const ended = await bring("export.csv", csv.replace("普通正文。", "改过的正文。"));
    expect(ended.report).toMatchObject({ created: 0, updated: 1, unchanged: texts.length - 1 });
    const { rows } = await t.services.pool.query("select title, state from articles where body = '改过的正文。'");
    expect(rows).toEqual([{ title: "普通标题", state: "draft" }]);
  });

  test("no cell of a table begins as a formula does", async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(await (await take("xlsx")).arrayBuffer());
    const cells: unknown[] = [];
    workbook.worksheets[0]?.eachRow((row) => row.eachCell((cell) => cells.push(cell.value)));
    expect(cells.length).toBeGreaterThan(50);
    for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    const csv = await (await take("csv")).text();
    expect(csv).not.toMatch(/(^|[\n,"])[=+@]/);
  });

  test("only editors take the base away, and that is on record", async () => {
    expect((await t.as("agent", "/api/articles/export?format=csv")).status).toBe(403);
    expect((await t.request("/api/articles/export?format=csv")).status).toBe(401);
    expect((await t.as("editor", "/api/articles/export?format=exe")).status).toBe(400);
    const { rows } = await t.services.pool.query("select actor from audit_log where action = 'article.export'");
    expect(rows[0]).toEqual({ actor: `user:${t.idOf("editor")}` });
  });
});
