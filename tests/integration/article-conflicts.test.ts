import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compareArticleJob } from "../../src/kb/index.ts";
import { engines, isMissing, openTestApp, type TestApp } from "../security/test-app.ts";
import { articleDesk } from "../support/articles.ts";

const twenty = { title: "社会保障卡补办要多少钱", body: "社会保障卡首次补办免收工本费，再次补办收取工本费二十元。" };
const thirty = { title: "社会保障卡补办收多少钱", body: "社会保障卡首次补办免收工本费，再次补办收取工本费三十元。" };
type Conflict = {
  id: string | null;
  kind: string;
  why: string;
  a: { articleId: string };
  b: { articleId: string } | null;
};

describe.each(engines)("%s", (engine) => {
  if (isMissing(engine)) return test.skip("no PostgreSQL here", () => {});
  let t: TestApp;
  let desk: ReturnType<typeof articleDesk>;
  beforeAll(async () => {
    t = await openTestApp(engine);
    desk = articleDesk(t);
  });
  afterAll(() => t.close());

  const items = async (path: string) => (await desk.ask("editor", "GET", path)).body.items as Conflict[];
  const compareAll = async () => {
    const later = new Date(t.services.now().getTime() + 60_000);
    const waiting = await compareArticleJob.waiting(t.services.db, later);
    for (const each of waiting) await compareArticleJob.run(t.ctx, each);
    return waiting.length;
  };

  test("a draft that contradicts a published article is told before it is checked, with both sentences", async () => {
    const published = await desk.published(twenty);
    const { body } = await desk.create("editor.two", thirty);
    const found = await items(`/api/articles/${body.id}/conflicts`);
    expect(found).toMatchObject([
      {
        id: null,
        kind: "contradiction",
        why: "数字不同：三十元 / 二十元",
        a: { articleId: body.id, quote: thirty.body },
        b: { articleId: published, quote: twenty.body },
      },
    ]);
    expect((await desk.ask("agent", "GET", `/api/articles/${body.id}/conflicts`)).status).toBe(403);
    expect((await desk.ask("editor", "GET", "/api/articles/none/conflicts")).status).toBe(404);
  });

  test("of what is published each pair is listed once, dismissed once, and back with the next version", async () => {
    const id = await desk.published(thirty);
    expect(await compareAll()).toBe(2);
    expect(await compareAll()).toBe(0);
    const [conflict, ...more] = await items("/api/articles/conflicts");
    expect([conflict?.kind, more]).toEqual(["contradiction", []]);
    expect(conflict).toMatchObject({ overlap: { from: null, until: null } });
    expect((await desk.ask("editor", "GET", "/api/articles/counts")).body.conflicts).toBe(1);
    const path = `/api/articles/conflicts/${conflict?.id}/dismiss`;
    expect((await desk.ask("editor", "POST", path, { reason: " " })).status).toBe(400);
    expect((await desk.ask("editor", "POST", path, { reason: "新旧两种卡" })).body).toMatchObject({
      dismissed: { byName: "editor", reason: "新旧两种卡" },
    });
    expect((await desk.ask("editor.two", "POST", path, { reason: "我也看过" })).status).toBe(409);
    expect((await desk.ask("editor", "POST", "/api/articles/conflicts/none/dismiss", { reason: "x" })).status).toBe(
      404,
    );
    expect(await items("/api/articles/conflicts")).toEqual([]);
    await desk.edit("editor", id, { body: thirty.body.replace("三十", "四十") });
    await desk.step("editor", id, "submit");
    await desk.step("editor.two", id, "check", { decision: "approve" });
    await desk.step("editor.two", id, "publish");
    await compareAll();
    expect(await items("/api/articles/conflicts")).toMatchObject([{ why: expect.stringContaining("四十元") }]);
    await desk.step("editor", id, "retire", { reason: "重复" });
    expect(await items("/api/articles/conflicts")).toEqual([]);
  });

  test("an article that sends callers in danger to 12345 is found, as the negative example of the sources", async () => {
    const body = "如果您在街头遭遇犯罪事件，请拨打12345热线，报告案情。";
    const id = await desk.published({ title: "遭遇犯罪怎么办", body });
    await compareAll();
    expect(await items("/api/articles/conflicts")).toMatchObject([
      { kind: "neverSource", a: { articleId: id, quote: body }, b: null },
    ]);
  });
});
