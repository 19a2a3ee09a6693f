import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importJob } from "../../src/kb/index.ts";
import { listAudit } from "../../src/platform/audit.ts";
import type { Services } from "../../src/platform/context.ts";
import { engines, isMissing, openTestApp, type TestApp } from "../security/test-app.ts";
import { zipFile } from "../support/import-files.ts";

describe.each(engines)("imports on %s", (engine) => {
  if (isMissing(engine)) return test.skip("no PostgreSQL here", () => {});
  let t: TestApp;
  beforeAll(async () => {
    t = await openTestApp(engine);
  });
  afterAll(() => t.close());

  const upload = (name: string, body: BodyInit | null, who: string | null = "editor", method = "PUT") =>
    t.app.request(`http://localhost/api/articles/imports?name=${encodeURIComponent(name)}`, {
      method,
      headers: who ? { cookie: t.cookieOf(who) } : {},
      body,
    });
  const seen = async (id: string) => (await t.as("editor", `/api/articles/imports/${id}`)).json();
  const run = async (id: string) => {
    await importJob.run(t.ctx, { id });
    return seen(id);
  };
  const read = async (name: string, body: BodyInit) => run((await (await upload(name, body)).json()).id);
  const post = (id: string, verb: string, body: object = {}, who = "editor") =>
    t.as(who, `/api/articles/imports/${id}/${verb}`, { method: "POST", body });
  const confirm = ({ id, version }: { id: string; version: number }, publish: boolean) =>
    post(id, "confirm", { version, publish });
  const titled = async (title: string) => {
    const found = await t.as("editor", `/api/articles?title=${encodeURIComponent(title)}`);
    return (await found.json()).items as { id: string; title: string; state: string; externalId: string | null }[];
  };

  test("a file is shown before it changes anything, and taken in when a person says so", async () => {
    const csv = "编号,标题,正文,类别\ni1,停水预告,今晚停水。,公告公开\ni2,供暖标准,二十三元。,\ni3,,无标题\n";
    const ready = await read("知识.csv", csv);
    expect(ready).toMatchObject({
      state: "ready",
      name: "知识.csv",
      preview: { format: "csv", counts: { total: 2, created: 2, updated: 0, unchanged: 0, faults: 1 } },
      faults: [{ file: "知识.csv", sheet: null, line: 4, message: "标题：缺少这个字段" }],
    });
    expect(ready.preview.first[0]).toMatchObject({
      where: "知识.csv · 第 2 行",
      title: "停水预告",
      outcome: "created",
    });
    expect(await titled("停水预告")).toEqual([]);

    expect((await confirm(ready, true)).status).toBe(202);
    const done = await run(ready.id);
    expect(done).toMatchObject({ state: "done", progress: { done: 2, total: 2 }, confirmedBy: "editor" });
    expect(done.report).toMatchObject({ created: 2, updated: 0, unchanged: 0 });
    expect(await titled("停水预告")).toMatchObject([{ externalId: "i1", state: "published" }]);

    const again = await read("知识.csv", csv);
    expect(again.preview.counts).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    await confirm(again, true);
    expect((await run(again.id)).report).toEqual({ created: 0, updated: 0, unchanged: 2, passages: 0 });
  });

  test("what an import did is on record under the name of who confirmed it", async () => {
    const ready = await read("记录.jsonl", '{"id":"r1","title":"记录","body":"谁做的。"}');
    await confirm(ready, false);
    await run(ready.id);
    const [saved] = (await listAudit(t.services.db, 50)).filter(({ action }) => action === "article.import");
    expect(saved?.actor).toBe(`user:${t.idOf("editor")}`);
    expect(await titled("记录")).toMatchObject([{ state: "draft" }]);
  });

  test("law waits for a second person, although the first said publish", async () => {
    const ready = await read("法.csv", "编号,标题,正文,类别\nlaw,噪声条例,第一条 禁止。,政策法规\n");
    await confirm(ready, true);
    await run(ready.id);
    expect(await titled("噪声条例")).toMatchObject([{ state: "checking" }]);
    const again = await read("法.csv", "编号,标题,正文,类别\nlaw,噪声条例,第一条 禁止。,政策法规\n");
    await confirm(again, true);
    expect((await run(again.id)).report).toMatchObject({ unchanged: 1, updated: 0 });
  });

  test("a person may say which column is which, and the file is read again", async () => {
    const ready = await read("列.csv", "甲,乙,丙\n这是标题一,x,这里是足够长的正文，说明怎么办理这件事情。\n");
    const mapping = { title: "乙", body: "丙" };
    const change = { method: "PATCH", body: { version: ready.version, mapping } };
    const changed = await t.as("editor", `/api/articles/imports/${ready.id}`, change);
    expect(changed.status).toBe(202);
    const after = await run(ready.id);
    expect(after.preview.first[0].title).toBe("x");
    expect((await confirm(ready, false)).status).toBe(409);
    expect((await t.as("editor", `/api/articles/imports/${ready.id}`, change)).status).toBe(409);
  });

  test("an import that was cut off goes on after the batches that are in, and counts nothing twice", async () => {
    const lines = Array.from({ length: 230 }, (_, n) =>
      JSON.stringify({ id: `cut${n}`, title: `断点 ${n}`, body: "正文。" }),
    );
    const ready = await read("断点.jsonl", lines.join("\n"));
    await confirm(ready, false);
    let batches = 0;
    const failing: Services["inTransaction"] = async (work) => {
      batches += 1;
      if (batches === 4) throw new Error("the process ends here");
      return t.services.inTransaction(work);
    };
    await expect(importJob.run({ ...t.ctx, inTransaction: failing }, { id: ready.id })).rejects.toThrow();
    const halfway = await seen(ready.id);
    expect(halfway.state).toBe("importing");
    expect(halfway.progress.done).toBeGreaterThan(0);
    const done = await run(ready.id);
    expect(done).toMatchObject({ state: "done", report: { created: 230, updated: 0, unchanged: 0 } });
    expect((await t.services.pool.query("select 1 from articles where external_id like 'cut%'")).rowCount).toBe(230);
  });

  test("two runs of one import: the later one takes over, the earlier writes no more", async () => {
    const lines = Array.from({ length: 120 }, (_, n) => JSON.stringify({ title: `两个 ${n}`, body: `正文 ${n}。` }));
    const ready = await read("两个.jsonl", lines.join("\n"));
    await confirm(ready, false);
    await Promise.all([importJob.run(t.ctx, { id: ready.id }), importJob.run(t.ctx, { id: ready.id })]);
    expect(await seen(ready.id)).toMatchObject({ state: "done", report: { created: 120 } });
    expect((await t.services.pool.query("select 1 from articles where title like '两个 %'")).rowCount).toBe(120);
  });

  test("a running import stops when a person says so; what is in stays in", async () => {
    const lines = Array.from({ length: 400 }, (_, n) =>
      JSON.stringify({ id: `stop${n}`, title: `停 ${n}`, body: "正文。" }),
    );
    const ready = await read("停.jsonl", lines.join("\n"));
    await confirm(ready, false);
    const running = importJob.run(t.ctx, { id: ready.id });
    while ((await seen(ready.id)).progress.done === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await post(ready.id, "cancel")).status).toBe(200);
    await running;
    const ended = await seen(ready.id);
    expect(ended.state).toBe("cancelled");
    expect(ended.report.created).toBeLessThan(400);
    const rows = await t.services.pool.query("select 1 from articles where external_id like 'stop%'");
    expect(rows.rowCount).toBe(ended.report.created);
    expect((await post(ready.id, "cancel")).status).toBe(409);
  });

  test("a bomb fails in plain words and leaves the process and the base alone", async () => {
    const bomb = await zipFile({ "a.csv": Buffer.alloc(60_000_000) });
    const failed = await read("炸弹.zip", new Uint8Array(bomb));
    expect(failed).toMatchObject({ state: "failed", failure: "压缩包展开后过大（可能是压缩炸弹），已拒绝" });
    expect((await confirm(failed, true)).status).toBe(409);
  });

  test("screens hear how far an import is", async () => {
    const { id } = await (await upload("听.jsonl", '{"id":"hear","title":"听","body":"进度。"}')).json();
    const leave = new AbortController();
    const stream = await t.as("editor", `/api/articles/imports/${id}/events`, { signal: leave.signal });
    expect(stream.headers.get("content-type")).toContain("text/event-stream");
    await importJob.run(t.ctx, { id });
    let heard = "";
    const reader = stream.body?.getReader();
    while (!heard.includes('"ready"')) heard += new TextDecoder().decode((await reader?.read())?.value);
    expect(heard).toContain("event: import");
    expect(heard).toContain(`"importId":"${id}"`);
    leave.abort();
  });

  test("400, 401, 403, 404 and 409 as everywhere", async () => {
    expect((await upload("a.csv", null)).status).toBe(400);
    expect((await t.as("editor", "/api/articles/imports", { method: "PUT" })).status).toBe(400);
    expect((await upload("a.csv", "标题,正文\n甲,乙\n", null)).status).toBe(401);
    for (const who of ["agent", "admin", "qa"]) {
      expect((await upload("a.csv", "标题,正文\n甲,乙\n", who)).status).toBe(403);
      expect((await t.as(who, "/api/articles/imports")).status).toBe(403);
    }
    expect((await t.as("editor", "/api/articles/imports/none")).status).toBe(404);
    expect((await t.as("editor", "/api/articles/imports/none/events")).status).toBe(404);
    expect((await confirm({ id: "none", version: 1 }, true)).status).toBe(404);
    expect((await post("none", "cancel")).status).toBe(404);
    const { id, version } = await (await upload("a.csv", "标题,正文\n甲,乙\n", "editor", "POST")).json();
    const early = await confirm({ id, version }, false);
    expect(early.status).toBe(409);
    expect((await early.json()).present).toMatchObject({ id, state: "reading" });
    expect((await post(id, "confirm", { version: "x" })).status).toBe(400);
    const empty = await read("空.csv", "标题,正文\n");
    expect((await confirm(empty, true)).status).toBe(409);
    const { items } = await (await t.as("editor", "/api/articles/imports?limit=1")).json();
    expect(items).toMatchObject([{ id: empty.id, faults: [] }]);
  });
});
