import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draftLive } from "../../src/pipeline/draft-live.ts";
import { listAudit } from "../../src/platform/audit.ts";
import { openServices } from "../../src/services.ts";
import { addOrder, callOf, engines, isMissing, openTestApp, type TestApp } from "../security/test-app.ts";
import { readerOf } from "../support/event-reader.ts";
import { head, liveOf, said, utterance } from "../support/live.ts";

const threat = utterance(1, "citizen", "你们再不给我解决，我现在就从这栋楼上跳下去。");

/** Far more than it takes on a busy machine. */
const patience = { timeout: 15_000 };

describe.each(engines)("%s", (engine) => {
  if (isMissing(engine)) return test.skip("no PostgreSQL here", () => {});
  let t: TestApp;
  let live: ReturnType<typeof liveOf>;
  beforeAll(async () => {
    t = await openTestApp(engine);
    live = liveOf(t);
  });
  afterAll(() => t.close());
  const listen = async (who: string, path: string) => readerOf(await t.as(who, path));

  test("each missing element has one ready question, and what is there is told apart from what was not asked", async () => {
    await live.say("asks", said.slice(0, 4));
    const { asks, order } = await live.view("asks");
    const state = Object.fromEntries(asks.map((ask: { element: string; state: string }) => [ask.element, ask.state]));
    expect(state).toMatchObject({ name: "已有", time: "未询问" });
    const missing = asks.filter((ask: { state: string }) => ask.state !== "已有");
    expect(missing.map(({ element }: { element: string }) => element).sort()).toEqual([...order.missing].sort());
    for (const { question } of missing) expect(question).toMatch(/\p{Script=Han}.*[？。]$/u);
    expect(new Set(asks.map(({ element }: { element: string }) => element)).size).toBe(asks.length);
  });

  test("how well the order is recorded is shown, and rises as the call goes on", async () => {
    await live.say("quality", said.slice(0, 2));
    const early = (await live.view("quality")).quality;
    await live.say("quality", said.slice(2));
    const late = (await live.view("quality")).quality;
    expect(late.score).toBeGreaterThan(early.score);
    expect(late.score).toBeLessThanOrEqual(100);
    expect(early.items.find(({ ok }: { ok: boolean }) => !ok).why).toMatch(/S4/);
  });

  test("a threat raises the alarm with the pack's sentences and steps, and open lists hear of it once", async () => {
    await live.say("threat", said.slice(0, 1));
    expect((await live.view("threat")).alarm).toBeNull();
    const list = await listen("dispatcher", "/api/events");
    await list.until("hello");
    await live.post("threat", { utterances: [threat] });
    await live.post("threat", { utterances: [utterance(2, "agent", "您先别着急。")] });
    const { alarm } = await live.view("threat");
    expect(alarm).toMatchObject({ urgentClass: "不稳定因素", why: expect.stringMatching(/./) });
    expect(alarm.steps.join()).toMatch(/值班管理人员.*110.*公安部门/);
    expect(alarm.phrases.length).toBeGreaterThan(0);
    t.services.events.publish({ callId: "threat", what: "edited" });
    const heard = await list.until("edited");
    expect(heard.match(/"alarm"/g)).toHaveLength(1);
    expect(heard).not.toContain("drafted");
    await list.leave();
  });

  test("a person's 一般 takes the alarm back, and nothing said later brings it again", async () => {
    await live.say("calm", [said[0] ?? threat, threat]);
    const { order } = await live.view("calm");
    await live.edit(order.id, 1, { urgent: "一般" });
    await live.post("calm", { utterances: [utterance(2, "citizen", "我真的要跳下去了。")] });
    expect(await live.view("calm")).toMatchObject({ alarm: null, order: { urgent: "一般", urgentClass: null } });
  });

  test.each([
    ["2026-03-05T09:12:00+08:00", "您好，请问您需要什么帮助？"],
    ["2026-02-17T09:12:00+08:00", "新年好！请问您需要什么帮助？"],
    ["2026-01-01T00:00:30+08:00", "新年好！请问您需要什么帮助？"],
    ["2026-10-01T09:12:00+08:00", "节日好！请问您需要什么帮助？"],
    ["2026-04-05T09:12:00+08:00", "您好，请问您需要什么帮助？"],
  ])("on %s one says %s", async (startedAt, greeting) => {
    const id = `day-${startedAt.slice(0, 10)}`;
    await live.post(id, { call: { ...head, startedAt }, utterances: [] });
    const view = await live.view(id);
    expect(view).toMatchObject({
      greeting,
      waitPhrase: "对不起，我正在为您查询，请您再稍等一下。",
      asks: [],
      alarm: null,
    });
    expect(view.closing).toContain("感谢您的来电，再见。");
  });

  test("the screen of the call hears that its draft is new", async () => {
    await live.say("heard", said.slice(0, 1));
    const stream = await listen("agent", "/api/calls/heard/events");
    await stream.until("hello");
    await live.post("heard", { utterances: [said[1]] });
    expect(await stream.until("drafted")).toContain('data: {"callId":"heard","what":"drafted"}');
    await stream.leave();
  });

  test("two people on one call are told of each other; one alone sees nobody, however many windows", async () => {
    await live.say("two", said.slice(0, 1), { ...head, agentId: null });
    const first = await listen("agent", "/api/calls/two/events");
    const window = await listen("agent", "/api/calls/two/events");
    await Promise.all([first.until("hello"), window.until("hello")]);
    expect((await live.view("two")).viewers).toEqual([]);
    const second = await listen("agent.two", "/api/calls/two/events");
    await second.until("hello");
    await first.until("viewers");
    await expect.poll(async () => (await live.view("two")).viewers, patience).toEqual(["agent.two"]);
    expect((await live.view("two", "agent.two")).viewers).toEqual(["agent"]);
    await second.leave();
    await expect.poll(async () => (await live.view("two")).viewers, patience).toEqual([]);
    await Promise.all([first.leave(), window.leave()]);
  });

  // The embedded database has one process only.
  if (engine === "postgres")
    test("people at another process are told too, and heard no more when they leave", async () => {
      await live.say("far", said.slice(0, 1), { ...head, agentId: null });
      const other = await openServices(t.services.config, { queues: false });
      const stream = await listen("agent", "/api/calls/far/events");
      await stream.until("hello");
      const leave = other.viewers.open("far", { userId: "far-1", name: "远处的人" });
      // One's own coming is told too: only the view says who is there.
      await expect.poll(async () => (await live.view("far")).viewers, patience).toEqual(["远处的人"]);
      await expect.poll(() => other.viewers.on("far").length, patience).toBe(2);
      leave();
      await expect.poll(async () => (await live.view("far")).viewers, patience).toEqual([]);
      await stream.leave();
      await other.close();
    });

  test("who follows a live call is on record once, whoever reads it without that each time", async () => {
    await live.say("record", said.slice(0, 2));
    const stream = await listen("agent", "/api/calls/record/events");
    await stream.until("hello");
    for (let n = 0; n < 5; n++) await live.view("record");
    for (let n = 0; n < 2; n++) await live.view("record", "qa");
    await stream.leave();
    const rows = (await listAudit(t.services.db, 5_000)).filter(({ target }) => target === "record");
    const of = (who: string) => rows.filter(({ actor }) => actor === `user:${t.idOf(who)}`).map(({ action }) => action);
    expect(of("agent").sort()).toEqual(["call.open", "call.watch"]);
    expect(of("qa")).toEqual(["call.read", "call.read"]);
  });

  test("the caller's earlier orders stand beside, those one may see, and that is on record", async () => {
    const number = `139${Date.now()}`.slice(0, 11);
    const earlier = (id: string, agentId: string, startedAt: string) =>
      addOrder(t, { ...callOf(id, agentId), callerNumber: number, startedAt }, null);
    await earlier("old-1", "A1", "2026-01-05T09:12:00+08:00");
    await earlier("old-2", "A1", "2026-02-05T09:12:00+08:00");
    await earlier("old-other-seat", "A2", "2026-02-06T09:12:00+08:00");
    await earlier("later", "A1", "2026-09-05T09:12:00+08:00");
    await live.say("now", said.slice(0, 2), { ...head, callerNumber: number });
    const { earlier: seen } = await live.view("now");
    expect(seen.map(({ orderId }: { orderId: string }) => orderId)).toEqual(["order-of-old-2", "order-of-old-1"]);
    expect(seen[0]).toEqual({
      orderId: "order-of-old-2",
      callId: "old-2",
      title: "夜间施工噪声",
      state: "draft",
      startedAt: "2026-02-05T09:12:00+08:00",
      item: "夜间施工噪声",
      lead: "市住建局",
    });
    expect((await live.view("now", "qa")).earlier).toHaveLength(3);
    const rows = await listAudit(t.services.db, 10);
    expect(rows.find(({ target }) => target === "now")?.change).toEqual({
      earlier: ["order-of-old-other-seat", "order-of-old-2", "order-of-old-1"],
    });
    await live.say("hidden", said.slice(0, 1), { ...head, callerNumber: null });
    expect((await live.view("hidden")).earlier).toEqual([]);
  });

  test("after a crash between the words and their draft, the draft comes back from the rows", async () => {
    await live.say("crash", said.slice(0, 2));
    const { order } = await live.view("crash");
    // What a crash leaves: words that no draft has seen.
    const rows = said.slice(2).map(({ i, speaker, startMs, endMs, text }) => [i, speaker, startMs, endMs, text]);
    for (const row of rows)
      await t.services.pool.query(
        "insert into utterances (call_id, i, speaker, start_ms, end_ms, text) values ('crash', $1, $2, $3, $4, $5)",
        row,
      );
    const after = (await live.view("crash")).order;
    expect(after.id).toBe(order.id);
    expect(after.elements.place.value).toContain("科苑路");
  });

  test("an older draft never replaces one that heard more", async () => {
    await live.say("late", said);
    const { call, order } = await live.view("late");
    const early = { ...call, id: "late", order: null, utterances: said.slice(0, 2) };
    await draftLive(t.ctx, early);
    expect((await live.view("late")).order).toEqual(order);
  });
});
