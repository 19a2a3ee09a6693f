import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listBulletins, publishScheduledJob } from "../../src/kb/index.ts";
import { listAudit } from "../../src/platform/audit.ts";
import { toShanghaiIso } from "../../src/platform/clock.ts";
import { engines, isMissing, openTestApp, type TestApp } from "../security/test-app.ts";
import { articleDesk } from "../support/articles.ts";

const fields = { title: "社会保障卡补办", body: "首次补办免收工本费。再次补办收取工本费二十元。", agency: "市人社局" };
const law = { ...fields, title: "社会保障卡管理办法第三条", kind: "政策法规" };
// Sessions end after twelve hours of the true time, so the moments of the tests lie within them.
const tenOClock = new Date(Math.floor(Date.now() / 1000) * 1000 + 2 * 3_600_000);
const minutes = (n: number) => new Date(tenOClock.getTime() + n * 60_000);

describe.each(engines)("%s", (engine) => {
  if (isMissing(engine)) return test.skip("no PostgreSQL here", () => {});
  let t: TestApp;
  let desk: ReturnType<typeof articleDesk>;
  let now = minutes(-120);
  beforeAll(async () => {
    t = await openTestApp(engine, () => ({ now: () => now }));
    desk = articleDesk(t);
  });
  afterAll(() => t.close());

  const search = async (text: string, at: Date) => {
    const query = new URLSearchParams({ text, at: toShanghaiIso(at) });
    const { results } = await (await t.as("agent", `/api/articles/search?${query}`)).json();
    return (results as { articleId: string; version: number; quote: string }[]) ?? [];
  };
  const foundVersion = async (id: string, text: string, at: Date) =>
    (await search(text, at)).find(({ articleId }) => articleId === id)?.version ?? null;

  test("a draft goes to a second person, is published, and then agents find it", async () => {
    const { status, body } = await desk.create("editor", fields);
    expect([status, body.state, body.version, body.publishedVersion]).toEqual([201, "draft", 1, null]);
    expect((await desk.step("editor", body.id, "submit")).body.state).toBe("checking");
    expect((await desk.read("agent", body.id)).status).toBe(404);
    const approved = await desk.step("editor.two", body.id, "check", { decision: "approve" });
    expect(approved.body).toMatchObject({ state: "approved", checkedBy: { name: "editor.two" } });
    expect(await foundVersion(body.id, "社会保障卡补办", now)).toBeNull();
    const published = await desk.step("editor", body.id, "publish");
    expect(published.body).toMatchObject({ state: "published", publishedVersion: 1, publishAt: null });
    expect(await foundVersion(body.id, "社会保障卡补办", now)).toBe(1);
    expect((await desk.read("agent", body.id)).body).toMatchObject({ state: "published", body: fields.body });
  });

  test("who wrote any of it may not check it, and who did not may send it back with a reason", async () => {
    const { body } = await desk.create("editor", fields);
    await desk.edit("editor.two", body.id, { body: `${fields.body}请带身份证。` });
    await desk.step("editor", body.id, "submit");
    for (const author of ["editor", "editor.two"]) {
      const said = await desk.step(author, body.id, "check", { decision: "approve" });
      expect([said.status, said.body.message]).toEqual([403, "作者不能审核自己写的内容"]);
    }
    const other = (await desk.create("editor", fields)).body.id;
    await desk.step("editor", other, "submit");
    expect((await desk.step("editor.two", other, "check", { decision: "sendBack" })).status).toBe(400);
    const back = await desk.step("editor.two", other, "check", { decision: "sendBack", reason: "缺依据" });
    expect(back.body).toMatchObject({ state: "draft", lastSentBack: { text: "缺依据", byName: "editor.two" } });
  });

  test("law is not published by its author, even when another person approved it; other matters are", async () => {
    const id = await desk.approved(law);
    const said = await desk.step("editor", id, "publish");
    expect([said.status, said.body.message]).toEqual([403, "政策法规须由两人完成：发布人不能是作者"]);
    expect((await desk.read("editor", id)).body.blocked).toMatchObject({ publish: said.body.message });
    expect((await desk.step("editor.two", id, "publish")).status).toBe(200);
    const benefit = await desk.approved({ ...fields, item: "低保" });
    expect((await desk.step("editor", benefit, "publish")).status).toBe(403);
    const other = await desk.approved({ ...fields, item: "路灯" });
    expect((await desk.step("editor", other, "publish")).status).toBe(200);
  });

  test("while a published article is edited its version goes on serving, word for word", async () => {
    const id = await desk.published({ ...fields, title: "老年证办理地点" });
    const edited = await desk.edit("editor", id, { body: "改成别的内容。" });
    expect(edited.body).toMatchObject({ state: "draft", publishedVersion: 1, checkedBy: null });
    expect((await desk.read("agent", id)).body).toMatchObject({ state: "published", body: fields.body });
    expect(await foundVersion(id, "老年证办理地点", now)).toBe(1);
    const titles = async (who: string, state: string) => {
      const { body } = await desk.ask(who, "GET", `/api/articles?state=${state}&limit=200`);
      return (body.items as { id: string }[]).map((item) => item.id);
    };
    expect(await titles("agent", "draft")).toEqual([]);
    expect(await titles("agent", "published")).toContain(id);
    expect(await titles("editor", "draft")).toContain(id);
  });

  test("an edit of what was approved must be checked again", async () => {
    const id = await desk.approved(fields);
    expect((await desk.edit("editor.two", id, { body: "偷偷改成三百元。" })).body.state).toBe("draft");
    expect((await desk.step("editor.two", id, "publish")).status).toBe(409);
  });

  test("who edits an old row gets the present one back, and nothing is lost or written over", async () => {
    const { body } = await desk.create("editor", fields);
    await desk.edit("editor.two", body.id, { agency: "市医保局" });
    const stale = await desk.ask("editor", "PATCH", `/api/articles/${body.id}`, {
      version: 1,
      changes: { agency: "市教育局" },
    });
    expect(stale.status).toBe(409);
    expect(stale.body.present).toMatchObject({ version: 2, agency: "市医保局", blocked: { submit: null } });
    for (const name of ["submit", "withdraw", "publish", "unschedule"]) {
      const said = await desk.ask("editor", "POST", `/api/articles/${body.id}/${name}`, { version: 1 });
      expect([name, said.status]).toEqual([name, 409]);
    }
  });

  test("two who submit the same row at once: one wins", async () => {
    const { body } = await desk.create("editor", fields);
    const submit = () => desk.ask("editor", "POST", `/api/articles/${body.id}/submit`, { version: 1 });
    const statuses = (await Promise.all([submit(), submit(), submit()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 409, 409]);
  });

  test("at 9:59 readers get version 1, at 10:01 version 2, before any job ran and after", async () => {
    const title = "供水中断后的恢复时间";
    const id = await desk.published({ ...fields, title, body: "八小时内恢复供水。" });
    await desk.edit("editor", id, { body: "四小时内恢复供水。" });
    await desk.step("editor", id, "submit");
    await desk.step("editor.two", id, "check", { decision: "approve" });
    const scheduled = await desk.step("editor.two", id, "publish", { at: toShanghaiIso(tenOClock) });
    expect(scheduled.body).toMatchObject({
      state: "approved",
      publishedVersion: 1,
      publishAt: toShanghaiIso(tenOClock),
    });
    expect((await desk.edit("editor", id, { body: "x" })).status).toBe(409);
    const seen = async () => [
      await foundVersion(id, title, minutes(-1)),
      await foundVersion(id, title, tenOClock),
      await foundVersion(id, title, minutes(1)),
    ];
    expect(await seen()).toEqual([1, 2, 2]);

    now = minutes(-1);
    expect(await publishScheduledJob.waiting(t.services.db, now)).not.toContainEqual({ id });
    expect((await desk.read("agent", id)).body.body).toBe("八小时内恢复供水。");
    now = minutes(1);
    expect((await desk.read("agent", id)).body.body).toBe("四小时内恢复供水。");
    expect(await publishScheduledJob.waiting(t.services.db, now)).toContainEqual({ id });
    await publishScheduledJob.run(t.ctx, { id });
    await publishScheduledJob.run(t.ctx, { id });
    const { body } = await desk.read("editor", id);
    expect(body).toMatchObject({ state: "published", publishedVersion: 2, publishAt: null });
    expect(await publishScheduledJob.waiting(t.services.db, now)).not.toContainEqual({ id });
    expect(await seen()).toEqual([1, 2, 2]);
    now = minutes(-120);
  });

  test("a schedule taken back leaves the old version for good, and the next one has its own number", async () => {
    const title = "公交夜班线路调整";
    const id = await desk.published({ ...fields, title, body: "末班二十二点。" });
    await desk.edit("editor", id, { body: "末班二十三点。" });
    await desk.step("editor", id, "submit");
    await desk.step("editor.two", id, "check", { decision: "approve" });
    await desk.step("editor.two", id, "publish", { at: toShanghaiIso(tenOClock) });
    const back = await desk.step("editor", id, "unschedule");
    expect(back.body).toMatchObject({ state: "approved", publishAt: null, publishedVersion: 1 });
    expect([await foundVersion(id, title, minutes(-1)), await foundVersion(id, title, minutes(1))]).toEqual([1, 1]);
    now = minutes(-110);
    expect((await desk.step("editor.two", id, "publish")).body.publishedVersion).toBe(3);
    expect(await foundVersion(id, title, minutes(1))).toBe(3);
    const { body } = await desk.ask("agent", "GET", `/api/articles/${id}/versions`);
    expect((body.items as { number: number }[]).map(({ number }) => number)).toEqual([3, 1]);
    expect((await desk.ask("agent", "GET", `/api/articles/${id}/versions/2`)).status).toBe(404);
    expect((await desk.ask("editor", "GET", `/api/articles/${id}/versions/2`)).status).toBe(200);
    now = minutes(-120);
  });

  test("retired: nobody finds it from then on, and what it said before stays readable", async () => {
    const id = await desk.published({ ...fields, title: "临时通行证办理" });
    now = minutes(-100);
    expect((await desk.step("editor", id, "retire")).status).toBe(400);
    const retired = await desk.step("editor", id, "retire", { reason: "政策废止" });
    expect(retired.body).toMatchObject({ state: "retired", publishedVersion: null });
    expect(await foundVersion(id, "临时通行证办理", now)).toBeNull();
    expect(await foundVersion(id, "临时通行证办理", minutes(-110))).toBe(1);
    expect((await desk.read("agent", id)).status).toBe(404);
    expect((await desk.ask("agent", "GET", `/api/articles/${id}/versions/1`)).body).toMatchObject({
      body: fields.body,
    });
    expect((await desk.step("editor", id, "retire", { reason: "再来" })).status).toBe(409);
    now = minutes(-120);
  });

  test("an old version comes back as a draft to be checked, and the diff says what changed", async () => {
    const id = await desk.published(fields);
    await desk.edit("editor", id, { body: fields.body.replace("二十元", "三十元"), legalBasis: "新办法" });
    const diff = await desk.ask("editor", "GET", `/api/articles/${id}/diff?from=1&to=draft`);
    expect(diff.body).toMatchObject({ from: 1, to: "draft", summary: "改 1 句，增 0 句，删 0 句" });
    expect(diff.body.fields).toMatchObject([{ label: "依据", before: "", after: "新办法" }]);
    const restored = await desk.step("editor.two", id, "restore", { number: 1 });
    expect(restored.body).toMatchObject({ state: "draft", body: fields.body, legalBasis: null });
    expect((await desk.step("editor", id, "restore", { number: 9 })).status).toBe(404);
    for (const query of ["?from=1", "?from=0&to=1", "?from=a&to=1"])
      expect((await desk.ask("editor", "GET", `/api/articles/${id}/diff${query}`)).status, query).toBe(400);
    expect((await desk.ask("editor", "GET", `/api/articles/${id}/diff?from=1&to=7`)).status).toBe(404);
  });

  test("what is due to be looked at is listed, and a look gives it the next date", async () => {
    const id = await desk.published({ ...fields, reviewDueAt: toShanghaiIso(minutes(-60)) });
    const due = async () => {
      const { body } = await desk.ask("editor", "GET", "/api/articles?due=true&limit=200");
      return (body.items as { id: string }[]).map((item) => item.id);
    };
    expect(await due()).not.toContain(id);
    now = minutes(0);
    expect(await due()).toContain(id);
    expect((await desk.read("editor", id)).body.isReviewDue).toBe(true);
    expect((await desk.step("editor", id, "review", { reviewDueAt: toShanghaiIso(minutes(100)) })).status).toBe(200);
    expect(await due()).not.toContain(id);
    expect((await desk.read("editor", id)).body.state).toBe("published");
    now = minutes(-120);
  });

  test("a bulletin ends by itself after the hours of the rules, and is listed while it holds", async () => {
    const id = await desk.published({ title: "停水公告", body: "今晚停水检修。", bulletin: true, kind: "公告公开" });
    const hours = t.services.rules.knowledge.lifecycle.bulletinHours.figure;
    const end = new Date(now.getTime() + hours * 3_600_000);
    expect((await desk.read("editor", id)).body.validUntil).toBe(toShanghaiIso(end));
    const { body } = await desk.ask("agent", "GET", "/api/bulletins");
    expect(body.items).toMatchObject([{ articleId: id, version: 1, title: "停水公告" }]);
    expect(await listBulletins({ ...t.ctx, now: () => end })).toEqual([]);
    const late = await desk.approved({ ...fields, validUntil: toShanghaiIso(minutes(-60)) });
    now = minutes(0);
    expect((await desk.step("editor.two", late, "publish")).status).toBe(400);
    now = minutes(-120);
  });

  test("what happened is kept in order, comments are resolved once, and readers see none of it", async () => {
    const id = await desk.published(fields);
    const said = await desk.ask("editor", "POST", `/api/articles/${id}/notes`, {
      text: "二十元对吗？",
      quote: "二十元",
    });
    expect([said.status, said.body.quote]).toEqual([201, "二十元"]);
    const resolved = await desk.ask("editor.two", "POST", `/api/articles/${id}/notes/${said.body.id}/resolve`, {});
    expect(resolved.body.resolvedByName).toBe("editor.two");
    const again = await desk.ask("editor", "POST", `/api/articles/${id}/notes/${said.body.id}/resolve`, {});
    expect(again.body.resolvedByName).toBe("editor.two");
    const { body } = await desk.ask("editor", "GET", `/api/articles/${id}/notes`);
    const kinds = (body.items as { kind: string }[]).map(({ kind }) => kind).sort();
    expect(kinds).toEqual(["approved", "comment", "created", "published", "submitted"]);
    expect((await desk.ask("agent", "GET", `/api/articles/${id}/notes`)).status).toBe(403);
    expect((await desk.ask("editor", "POST", `/api/articles/${id}/notes`, { text: " " })).status).toBe(400);
    expect((await desk.ask("editor", "POST", `/api/articles/${id}/notes/none/resolve`, {})).status).toBe(404);
  });

  test("every step is on record with its author, and holds no words of the article", async () => {
    const id = await desk.published(fields);
    const entries = (await listAudit(t.services.db, 1_000)).filter(({ target }) => target === id);
    expect(entries.map(({ action }) => action).reverse()).toEqual([
      "article.create",
      "article.submit",
      "article.check",
      "article.publish",
    ]);
    expect(entries[0]?.actor).toBe(`user:${t.idOf("editor.two")}`);
    expect(JSON.stringify(entries)).not.toContain("工本费");
  });

  test("the lists are filtered and turned page by page without a gap or a row twice", async () => {
    for (let n = 0; n < 5; n++) await desk.create("editor", { ...fields, agency: "市分页局", title: `分页${n}` });
    const seen: string[] = [];
    let next: unknown = "";
    while (next !== null) {
      const page = next ? `&after=${next}` : "";
      const { body } = await desk.ask("editor", "GET", `/api/articles?agency=市分页局&limit=2${page}`);
      seen.push(...(body.items as { title: string }[]).map(({ title }) => title));
      next = body.next;
    }
    expect(seen.sort()).toEqual(["分页0", "分页1", "分页2", "分页3", "分页4"]);
    expect((await desk.ask("editor", "GET", "/api/articles?after=nonsense")).status).toBe(400);
    expect((await desk.ask("editor", "GET", "/api/articles/counts")).body.draft).toBeGreaterThanOrEqual(5);
    expect((await desk.ask("agent", "GET", "/api/articles/facets")).body.agencies).not.toContain("市分页局");
    expect((await desk.ask("editor", "GET", "/api/articles/facets")).body.agencies).toContain("市分页局");
  });

  test.each([
    ["no title", { body: "x" }],
    ["an empty body", { title: "x", body: " " }],
    ["a field that is none", { ...fields, state: "published" }],
    [
      "an end before the beginning",
      { ...fields, validFrom: "2030-01-02T00:00:00+08:00", validUntil: "2030-01-01T00:00:00+08:00" },
    ],
    ["a kind that is none", { ...fields, kind: "传闻" }],
  ])("an article with %s is refused", async (_, body) => {
    expect((await desk.create("editor", body)).status).toBe(400);
  });

  test("slots that cannot be read stop it before the check, not while it is being written", async () => {
    const { body } = await desk.create("editor", { ...fields, body: "应付{{金额:钱}}" });
    const said = await desk.step("editor", body.id, "submit");
    expect([said.status, said.body.message]).toEqual([400, expect.stringContaining("不认识的空位类型“钱”")]);
    const preview = await desk.ask("editor", "POST", "/api/articles/preview", { body: "# 一\n请带{{材料}}。" });
    expect(preview.body).toMatchObject({
      passages: [{ path: "一" }],
      slots: [{ name: "材料", type: "text" }],
      faults: [],
    });
  });

  test("papers of an article: kept, opened by readers, taken off", async () => {
    const id = await desk.published(fields);
    const path = `/api/articles/${id}/attachments`;
    const put = (who: string, body: string, name = "办理表.txt") =>
      t.as(who, `${path}?name=${encodeURIComponent(name)}`, {
        method: "PUT",
        body,
        headers: { "content-type": "application/octet-stream" },
      });
    const added = await (await put("editor", "表格内容")).json();
    expect(added).toMatchObject({ name: "办理表.txt", type: "text/plain" });
    expect((await (await put("editor", "表格内容")).json()).id).toBe(added.id);
    expect((await put("editor", "\u0000\u0001")).status).toBe(400);
    expect((await put("agent", "x")).status).toBe(403);
    const opened = await t.as("agent", `${path}/${added.id}`);
    expect([opened.status, await opened.text()]).toEqual([200, "表格内容"]);
    expect(opened.headers.get("content-disposition")).toContain("attachment");
    expect((await desk.read("agent", id)).body.attachments).toHaveLength(1);
    expect((await t.as("editor", `${path}/${added.id}`, { method: "DELETE" })).status).toBe(200);
    expect((await t.as("editor", `${path}/${added.id}`, { method: "DELETE" })).status).toBe(404);
    expect((await t.as("agent", `${path}/${added.id}`)).status).toBe(404);
  });
});
