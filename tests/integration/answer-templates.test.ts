import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addOrder, callOf, engines, isMissing, openTestApp, type TestApp } from "../security/test-app.ts";
import { articleDesk } from "../support/articles.ts";

const body =
  "{{姓名:text}}，您反映的{{问题:text}}（工单号{{工单号:order}}）将于{{日期:date}}前答复，工本费{{金额:amount}}。";

describe.each(engines)("%s", (engine) => {
  if (isMissing(engine)) return test.skip("no PostgreSQL here", () => {});
  let t: TestApp;
  let desk: ReturnType<typeof articleDesk>;
  let id = "";
  beforeAll(async () => {
    t = await openTestApp(engine);
    desk = articleDesk(t);
    await addOrder(t, callOf("mine", "A1"), null);
    await addOrder(t, callOf("foreign", "A2"), null);
    id = await desk.published({ title: "答复时间", body });
  });
  afterAll(() => t.close());

  const fill = (who: string, path: string, more: object) => desk.ask(who, "POST", path, more);

  test("a call fills what its order says, a person the rest, each with its mark", async () => {
    const said = await fill("agent", `/api/articles/${id}/fill`, { callId: "mine", values: { 日期: "2026-03-09" } });
    expect(said.status).toBe(200);
    expect(said.body).toMatchObject({
      articleId: id,
      version: 1,
      text: "王，您反映的夜间施工噪声（工单号order-of-mine）将于2026年3月9日前答复，工本费〔金额〕。",
      open: ["金额"],
      faults: [],
    });
    const marks = (said.body.parts as { slot?: { name: string }; filled?: string; utterance?: number }[])
      .filter((part) => part.slot)
      .map((part) => [part.slot?.name, part.filled, part.utterance]);
    expect(marks).toEqual([
      ["姓名", "call", 1],
      ["问题", "call", null],
      ["工单号", "call", null],
      ["日期", "person", null],
      ["金额", null, null],
    ]);
  });

  test("a value that does not fit is told and not put in", async () => {
    const said = await fill("qa", `/api/articles/${id}/fill`, { values: { 金额: "很多" } });
    expect(said.body).toMatchObject({ faults: ["金额：应为金额，如 1200 元"] });
    expect(said.body.open).toContain("金额");
  });

  test("a call of another seat is as missing as none, and roles without calls take none", async () => {
    const path = `/api/articles/${id}/fill`;
    expect((await fill("agent", path, { callId: "foreign" })).status).toBe(404);
    expect((await fill("agent", path, { callId: "none" })).status).toBe(404);
    expect((await fill("editor", path, { callId: "mine" })).status).toBe(403);
    expect((await fill("editor", path, {})).status).toBe(200);
  });

  test("an article that nobody sees is not filled, at a moment before it was shown neither", async () => {
    const { body: draft } = await desk.create("editor", { title: "草稿", body });
    expect((await fill("agent", `/api/articles/${draft.id}/fill`, {})).status).toBe(404);
    expect((await fill("agent", `/api/articles/${id}/fill`, { at: "2020-01-01T00:00:00+08:00" })).status).toBe(404);
    expect((await fill("agent", `/api/articles/${id}/fill`, { at: "yesterday" })).status).toBe(400);
    expect((await fill("agent", `/api/articles/${id}/fill`, { secret: 1 })).status).toBe(400);
  });

  test("the templates of the rules are listed with their clause, and filled alike", async () => {
    const { body: listed } = await desk.ask("agent", "GET", "/api/answer-templates");
    const items = listed.items as { id: string; outcome: string | null; slots: object[]; needs: string[] }[];
    expect(items.length).toBeGreaterThanOrEqual(14);
    expect(items.find((item) => item.id === "S4-5.3.2.3.7-2")).toMatchObject({
      outcome: "未解决",
      needs: ["承办单位"],
    });
    const said = await fill("agent", "/api/answer-templates/S4-5.3.2.3.6/fill", { callId: "mine" });
    expect(said.body).toMatchObject({ articleId: null, text: "已收到您的建议，并转交市住建局。", open: [] });
    expect((await fill("agent", "/api/answer-templates/none/fill", {})).status).toBe(404);
    expect((await fill("admin", "/api/answer-templates/S2-1/fill", {})).status).toBe(403);
  });
});
