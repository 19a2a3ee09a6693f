import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Case } from "../../src/callback/index.ts";
import { listAudit } from "../../src/platform/audit.ts";
import { addOrder, agencyName, callOf, engines, isMissing, openTestApp, type TestApp } from "../security/test-app.ts";
import { processed, unhappyCallback } from "../support/qa.ts";

const answers = {
  script: "s4",
  contacted: "否",
  resolved: "未解决",
  satisfaction: "不满意",
  reason: "办事效率",
  opinions: ["报了一个星期没人来修"],
};
const facts = { title: "路灯不亮", contact: "13800000001", callerName: "王建国", agency: "市城市管理局", item: "路灯" };

describe.each(engines)("%s", (engine) => {
  if (isMissing(engine)) return test.skip("no PostgreSQL here", () => {});
  let t: TestApp;
  let now = new Date("2026-03-10T10:00:00+08:00");
  beforeAll(async () => {
    t = await openTestApp(engine, () => ({ now: () => now }));
    for (const id of ["o1", "o2", "o3", "key"])
      expect(
        (
          await add("callback", {
            orderId: id,
            ...facts,
            completedAt: `2026-03-0${id === "o2" ? 3 : 5}T10:00:00+08:00`,
          })
        ).status,
      ).toBe(201);
    await processed(t, unhappyCallback("cb1", "o1"));
  });
  afterAll(() => t.close());

  const post = (who: string, path: string, body: unknown) =>
    t.as(who, `/api/callbacks${path}`, { method: "POST", body });
  const patch = (who: string, id: string, body: unknown) =>
    t.as(who, `/api/callbacks/${id}`, { method: "PATCH", body });
  const add = (who: string, body: unknown) => post(who, "", body);
  const read = async (who: string, path: string) => (await t.as(who, `/api/callbacks${path}`)).json();
  const idsOf = ({ items }: { items: Case[] }) => items.map(({ id }) => id);

  test("an order of ours comes onto the list with its facts, once, and is not called when it must not be", async () => {
    await addOrder(t, callOf("in1"), agencyName);
    const draft = await add("qa", { orderId: "order-of-in1", completedAt: "2026-03-09T10:00:00+08:00" });
    expect([draft.status, (await draft.json()).message]).toEqual([409, expect.stringContaining("还没有确认")]);
    const confirmed = await t.as("agent", "/api/orders/order-of-in1/confirm", { method: "POST", body: { version: 1 } });
    expect(confirmed.status).toBe(200);
    const made = await add("dispatcher", { orderId: "order-of-in1", completedAt: "2026-03-09T10:00:00+08:00" });
    expect(made.status).toBe(201);
    const shown: Case = await made.json();
    expect(shown).toMatchObject({ title: "夜间施工噪声", agency: agencyName, item: "夜间施工噪声", callerName: "王" });
    expect(shown).toMatchObject({ state: "不回访", plan: { action: "不回访", reason: "无联系方式" } });
    expect((await add("callback", { orderId: "order-of-in1", completedAt: "2026-03-09T10:00:00+08:00" })).status).toBe(
      409,
    );
    expect((await add("callback", { orderId: "unknown", completedAt: "2026-03-09T10:00:00+08:00" })).status).toBe(400);
    expect((await add("callback", { orderId: "x", completedAt: "yesterday", title: "x" })).status).toBe(400);
  });

  test("the list says whom to call now, those first whose time runs out first, and when the others may be called", async () => {
    const { items, counts } = await read("callback", "?due=now");
    expect(idsOf({ items })).toEqual(["o2", "key", "o1", "o3"]);
    expect(counts).toMatchObject({ now: 4, waiting: 0, notCalled: 1 });
    now = new Date("2026-03-10T12:30:00+08:00");
    const noon = await read("callback", "?state=待回访");
    expect(noon.items[0].plan).toMatchObject({ action: "等待", notBefore: "2026-03-10T14:00:00+08:00" });
    expect((await read("callback", "?due=now")).items).toEqual([]);
    expect((await t.as("callback", "/api/callbacks?limit=0")).status).toBe(400);
    now = new Date("2026-03-10T10:00:00+08:00");
  });

  test("the script has the order's facts", async () => {
    const script = await read("callback", "/o1/script");
    expect(script).toMatchObject({ id: "s4", scale: expect.arrayContaining(["基本满意"]) });
    expect(script.lines[0].text).toContain("请问您是王建国先生/女士吗");
    expect((await read("callback", "/o1/script?script=s0")).scale).toEqual(["满意", "不满意"]);
    expect((await t.as("callback", "/api/callbacks/o1/script?script=s9")).status).toBe(400);
    expect((await t.as("callback", "/api/callbacks/none/script")).status).toBe(404);
  });

  test("a dial is kept, and the next one waits an hour", async () => {
    expect((await post("callback", "/o3/attempts", { result: "完成" })).status).toBe(400);
    expect((await post("callback", "/none/attempts", { result: "占线" })).status).toBe(404);
    const dialled = await (await post("callback", "/o3/attempts", { result: "占线" })).json();
    expect(dialled).toMatchObject({
      attempts: [{ result: "占线", by: "callback" }],
      plan: { action: "等待", notBefore: "2026-03-10T11:00:00+08:00" },
    });
    const early = await post("callback", "/o3/attempts", { result: "占线" });
    expect([early.status, (await early.json()).present]).toEqual([409, expect.objectContaining({ action: "等待" })]);
    now = new Date("2026-03-10T11:00:00+08:00");
    expect(await (await post("callback", "/o3/attempts", { result: "空号" })).json()).toMatchObject({
      state: "已结束",
    });
    expect((await post("callback", "/o3/result", answers)).status).toBe(409);
  });

  test("a record that differs from the speech is stopped with a question until a reason is given", async () => {
    expect((await post("callback", "/o1/result", { ...answers, script: "s9" })).status).toBe(400);
    expect((await post("callback", "/o1/result", { ...answers, contacted: "也许" })).status).toBe(400);
    const offScale = await post("callback", "/o1/result", { ...answers, script: "s0", satisfaction: "非常不满意" });
    expect([offScale.status, (await offScale.json()).message]).toEqual([400, expect.stringContaining("满意、不满意")]);
    expect((await post("callback", "/none/result", answers)).status).toBe(404);
    const rosy = { ...answers, satisfaction: "满意", reason: null };
    const stopped = await post("callback", "/o1/result", rosy);
    expect(stopped.status).toBe(409);
    const { present } = await stopped.json();
    expect(present.differences).toMatchObject([
      { field: "satisfaction", recorded: "满意", heard: "不满意", utterances: [7] },
    ]);
    expect(present.differences[0].question).toMatch(/到底选了哪一档/);
    expect((await read("callback", "/o1")).result).toBeNull();
    expect((await post("callback", "/o1/result", { ...answers, callId: "cb-other" })).status).toBe(400);
    const kept = await (await post("callback", "/o1/result", { ...rosy, differenceReason: "市民挂机前改口" })).json();
    expect(kept).toMatchObject({
      state: "已回访",
      callIds: ["cb1"],
      result: { satisfaction: "满意", differenceReason: "市民挂机前改口", callId: "cb1" },
    });
    expect(kept.attempts).toMatchObject([{ result: "完成", at: "2026-03-10T10:00:00+08:00" }]);
    now = new Date("2026-03-10T11:05:00+08:00");
    const corrected = await (await post("callback", "/o1/result", answers)).json();
    expect(corrected.result).toMatchObject({ satisfaction: "不满意", differences: [], opinions: answers.opinions });
    const [entry] = (await listAudit(t.services.db, 100))
      .filter(({ action }) => action === "callback.record")
      .slice(-1);
    expect(entry?.change).toMatchObject({ differences: ["satisfaction"] });
  });

  test("a case without a call in the system is recorded as the officer says", async () => {
    const unanswered = await post("callback", "/o2/result", { ...answers, script: "s0", satisfaction: "未答" });
    expect(await unanswered.json()).toMatchObject({ result: { script: "s0", satisfaction: "未答" } });
    now = new Date("2026-03-10T11:06:00+08:00");
    expect(
      await (await post("callback", "/o2/result", { ...answers, satisfaction: "满意", reason: null })).json(),
    ).toMatchObject({
      result: { callId: null, satisfaction: "满意" },
    });
  });

  test("rates count each case once by its newest record, with the words that were asked", async () => {
    const rates = await read("dispatcher", "/rates?from=2026-03-10&to=2026-03-10");
    expect(rates.rows).toMatchObject([
      {
        key: "市城市管理局",
        script: "s4",
        recorded: 2,
        satisfaction: { answered: 2, rate: 0.5 },
        contacted: { rate: 0 },
      },
    ]);
    expect(rates.wordings[0].contacted).toContain("联系或尝试与您联系");
    expect((await read("qa", "/rates?from=2026-03-11&to=2026-03-12")).rows).toEqual([]);
    expect((await read("qa", "/rates?from=2026-03-10&to=2026-03-10&by=item&script=s0")).rows).toEqual([]);
    expect((await t.as("qa", "/api/callbacks/rates?from=2026-03-10")).status).toBe(400);
  });

  test("the rates over time stand where the newest record stands", async () => {
    const { points } = await read("dispatcher", "/trend?from=2026-03-01&to=2026-03-31&by=week");
    expect(points).toMatchObject([{ at: "2026-03-09", script: "s4", recorded: 2, satisfaction: { answered: 2 } }]);
    expect((await t.as("qa", "/api/callbacks/trend?from=2026-03-10")).status).toBe(400);
  });

  test("a done call shows what was asked and answered beside the record, and no record of a case one may not see", async () => {
    const dialogue = await read("qa", "/dialogue/cb1");
    expect(dialogue.topics[2]).toEqual({ topic: "satisfaction", asked: [6], answered: [7] });
    expect(dialogue.recorded).toMatchObject({ caseId: "o1", satisfaction: "不满意" });
    expect(dialogue.unread).toEqual([]);
    await patch("dispatcher", "o1", { sealed: true, sealedWhy: "批示" });
    expect((await read("callback", "/dialogue/cb1")).recorded).toBeNull();
    const readings = async () =>
      (await listAudit(t.services.db, 200)).filter(({ action }) => action === "callback.sealed.read");
    const before = (await readings()).length;
    expect((await read("qa", "/dialogue/cb1")).recorded).toMatchObject({ caseId: "o1" });
    const entries = await readings();
    expect(entries.length).toBe(before + 1);
    expect(entries[0]).toMatchObject({ actor: `user:${t.idOf("qa")}`, change: { cases: ["o1"] } });
    await patch("dispatcher", "o1", { sealed: false });
    expect((await t.as("qa", "/api/callbacks/dialogue/in1")).status).toBe(400);
    expect((await t.as("qa", "/api/callbacks/dialogue/none")).status).toBe(404);
  });

  test("lines typed while speaking are read as a call is: an unclear answer stays 未答", async () => {
    const hear = async (text: string) =>
      (
        await post("callback", "/hear", {
          lines: [
            { speaker: "agent", text: "对问题的处理情况是非常满意、满意、基本满意、不满意、非常不满意？" },
            { speaker: "citizen", text },
          ],
        })
      ).json();
    expect(await hear("还行吧。")).toMatchObject({ satisfaction: "未答" });
    expect(await hear("不满意。")).toMatchObject({ satisfaction: "不满意" });
    expect((await post("callback", "/hear", { lines: [{ speaker: "other", text: "x" }] })).status).toBe(400);
    const { dials, reasons } = await read("qa", "/choices");
    expect(dials.map(({ attempts }: { attempts: number }) => attempts)).toEqual([1, 3]);
    expect(reasons.length).toBeGreaterThan(2);
  });

  test("a sealed case is there for the named roles only, is not called, and its reading is on record", async () => {
    expect((await patch("callback", "key", { sealed: true, sealedWhy: "批示" })).status).toBe(403);
    expect((await patch("dispatcher", "key", { sealed: true })).status).toBe(400);
    expect((await patch("dispatcher", "none", { sealed: false })).status).toBe(404);
    const sealed = await patch("dispatcher", "key", { sealed: true, sealedWhy: "市领导批示不回访" });
    expect(await sealed.json()).toMatchObject({ sealed: true, state: "不回访", plan: { action: "不回访" } });
    const [hidden, missing] = [
      await t.as("callback", "/api/callbacks/key"),
      await t.as("callback", "/api/callbacks/none"),
    ];
    expect([hidden.status, missing.status]).toEqual([404, 404]);
    expect({ ...(await hidden.json()), requestId: "" }).toEqual({ ...(await missing.json()), requestId: "" });
    expect((await post("callback", "/key/result", answers)).status).toBe(404);
    expect(idsOf(await read("callback", ""))).not.toContain("key");
    expect(idsOf(await read("qa", ""))).toContain("key");
    const entries = (await listAudit(t.services.db, 100)).filter(({ action }) => action === "callback.sealed.read");
    expect(entries[0]?.actor).toBe(`user:${t.idOf("qa")}`);
    expect(JSON.stringify(entries)).not.toContain("批示");
    expect(await (await patch("qa", "key", { sealed: false })).json()).toMatchObject({
      sealed: false,
      state: "待回访",
    });
    expect(await (await patch("callback", "key", { refusesCallback: true })).json()).toMatchObject({ state: "不回访" });
  });

  test("wording is checked while speaking, and nothing of it is kept", async () => {
    const check = (body: unknown) => t.as("callback", "/api/wording/check", { method: "POST", body });
    const led = await (await check({ text: "那我给您记满意" })).json();
    expect(led).toMatchObject({
      leading: true,
      type: expect.any(String),
      span: expect.any(String),
      neutral: expect.any(String),
    });
    expect(await (await check({ text: "您反映的问题是否得到解决？" })).json()).toMatchObject({ leading: false });
    expect((await check({ text: "" })).status).toBe(400);
    expect((await check({})).status).toBe(400);
  });
});
