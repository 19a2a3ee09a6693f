import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ArticleInput, importArticles } from "../../src/kb/index.ts";
import { editsOf } from "../../src/orders/index.ts";
import { processCall, processCallJob } from "../../src/pipeline/index.ts";
import { listAudit } from "../../src/platform/audit.ts";
import { suggestionsFor } from "../../src/platform/suggestions.ts";
import { engines, isMissing, openTestApp, type TestApp } from "../security/test-app.ts";
import { head, liveOf, said, utterance } from "../support/live.ts";

const minuteMs = 60_000;

describe.each(engines)("%s", (engine) => {
  if (isMissing(engine)) return test.skip("no PostgreSQL here", () => {});
  let t: TestApp;
  let live: ReturnType<typeof liveOf>;
  let aheadMs = 0;
  beforeAll(async () => {
    t = await openTestApp(engine, ({ now }) => ({ now: () => new Date(now().getTime() + aheadMs) }));
    live = liveOf(t);
  });
  afterAll(() => t.close());

  const actionsOn = async (...targets: string[]) =>
    (await listAudit(t.services.db, 5_000))
      .filter(({ target }) => targets.includes(target))
      .map(({ action }) => action);

  test("the first post opens the call, each one drafts, the last one ends it and the usual processing follows", async () => {
    const opened = await live.post("whole", { call: head, utterances: said.slice(0, 2) });
    expect([opened.status, await opened.json()]).toEqual([200, { id: "whole", received: 1, state: "live" }]);
    const early = await live.view("whole");
    expect(early).toMatchObject({ state: "live", live: true, order: { state: "draft", version: 1 } });
    expect(early.order.missing).toContain("time");
    for (const each of said.slice(2)) await live.post("whole", { utterances: [each] });
    const late = await live.view("whole");
    expect(late.order.elements.place.value).toContain("科苑路");
    expect(late.order.missing).not.toContain("time");
    expect(late.order.id).toBe(early.order.id);
    const ended = await live.post("whole", { utterances: [], ended: true });
    expect(await ended.json()).toEqual({ id: "whole", received: said.length - 1, state: "received" });
    await processCall(t.ctx, { id: "whole" });
    await processCall(t.ctx, { id: "whole" });
    const done = await live.view("whole");
    expect(done).toMatchObject({
      state: "processed",
      live: false,
      order: { version: 1, elements: late.order.elements },
    });
    expect(done.qa.items.length).toBeGreaterThan(20);
    const what = (await suggestionsFor(t.services.db, `order:${done.order.id}`)).map((row) => row.what);
    expect(what.sort()).toEqual(["answers", "category", "kind", "lead", "scope", "urgent"]);
  });

  test("a call heard piece by piece ends with the draft of a call that came in whole", async () => {
    await live.say("pieces", said);
    await live.post("pieces", { utterances: [], ended: true });
    await t.as("agent", "/api/calls", {
      method: "POST",
      body: { ...head, id: "at-once", agentId: "A1", utterances: said },
    });
    const results = [];
    for (const id of ["pieces", "at-once"]) {
      await processCall(t.ctx, { id });
      const { order, qa, answers } = await live.view(id);
      results.push({ ...order, id: "", qa, answers });
    }
    expect(results[0]).toEqual(results[1]);
  });

  test("words are audited at the opening and the end, not one by one", async () => {
    await live.say("audit", said);
    const { order } = await live.view("audit");
    await live.post("audit", { utterances: [], ended: true });
    const actions = await actionsOn("audit", order.id);
    expect(actions.sort()).toEqual(["call.end", "call.open", "call.read", "order.draft"]);
  });

  test("answers of the knowledge base come while the call goes on, after the post was answered", async () => {
    const article = {
      externalId: "night",
      title: "工地夜间施工扰民",
      body: "夜间施工须取得许可，夜间不得进行产生噪声的施工作业，投诉由城市管理部门处理。",
    };
    await importArticles(t.ctx, { articles: [ArticleInput.parse(article)], publish: true });
    await live.say("answers", said.slice(0, 13));
    await expect.poll(async () => (await live.view("answers")).answers.length, { timeout: 15_000 }).toBeGreaterThan(0);
    expect((await live.view("answers")).answers[0].title).toBe("工地夜间施工扰民");
  });

  test("the same post again changes nothing; other words under a number that is taken are refused", async () => {
    await live.say("again", said.slice(0, 3));
    // Answers, and what was asked for them, come by themselves after the post was answered.
    const { answers: _, asked: __, ...before } = await live.view("again");
    const again = await live.post("again", { call: head, utterances: said.slice(0, 3) });
    expect([again.status, await again.json()]).toEqual([200, { id: "again", received: 2, state: "live" }]);
    const other = await live.post("again", { utterances: [{ ...said[2], text: "别的话" }, said[3]] });
    expect(other.status).toBe(409);
    expect((await other.json()).message).toContain("序号 2");
    expect(await live.view("again")).toMatchObject(before);
  });

  test("words that come in another order stand in their own", async () => {
    await live.say(
      "order",
      [3, 1, 0, 2].flatMap((i) => said[i] ?? []),
    );
    const { call } = await live.view("order");
    expect(call.utterances.map(({ i }: { i: number }) => i)).toEqual([0, 1, 2, 3]);
  });

  test("a call that is over takes no more words, but the last post may come again", async () => {
    const last = { utterances: [said[1]], ended: true };
    await live.say("over", said.slice(0, 1));
    expect((await live.post("over", last)).status).toBe(200);
    const again = await live.post("over", last);
    expect([again.status, (await again.json()).state]).toEqual([200, "received"]);
    expect((await live.post("over", { utterances: [said[2]] })).status).toBe(409);
    expect((await live.view("over")).call.utterances).toHaveLength(2);
  });

  test("what a person typed stays, whatever is said after; the rest is drafted on, and the version stays theirs", async () => {
    await live.say("typed", said.slice(0, 3));
    const { order } = await live.view("typed");
    const changes = {
      title: "我写的标题",
      kind: "举报",
      elements: { place: { value: "体育馆东门", status: "已记录" } },
    };
    expect((await live.edit(order.id, 1, changes)).status).toBe(200);
    await live.say("typed", said.slice(3));
    const after = (await live.view("typed")).order;
    expect(after).toMatchObject({ version: 2, title: "我写的标题", kind: "举报" });
    expect(after.elements.place).toMatchObject({ value: "体育馆东门", engine: "human" });
    expect(after.elements.name).toMatchObject({ engine: "rules" });
    expect(after.elements.name.value).toContain("赵");
    await live.post("typed", { utterances: [], ended: true });
    await processCall(t.ctx, { id: "typed" });
    expect((await live.view("typed")).order).toMatchObject({
      version: 2,
      title: "我写的标题",
      elements: after.elements,
    });
  });

  test("a reason that a person gave for an empty element counts as an answer", async () => {
    await live.say("reason", said.slice(0, 2));
    const { order } = await live.view("reason");
    await live.edit(order.id, 1, { elements: { name: { value: null, status: "来电人不愿提供" } } });
    await live.say("reason", [utterance(2, "agent", "好的，请您继续说。")]);
    const { order: after, asks } = await live.view("reason");
    expect(after.missing).not.toContain("name");
    expect(asks).toContainEqual(expect.objectContaining({ element: "name", state: "缺" }));
  });

  test("what a person takes back is the engines' again", async () => {
    await live.say("back", said.slice(0, 2));
    const { order } = await live.view("back");
    await live.edit(order.id, 1, { title: "临时" });
    await live.edit(order.id, 2, { title: order.title });
    await live.say("back", said.slice(2));
    const after = (await live.view("back")).order;
    expect(after.version).toBe(3);
    expect(after.title).not.toBe(order.title);
  });

  test("twenty edits in the midst of words: none is lost and each has what stood before", async () => {
    await live.say("midst", said.slice(0, 1));
    const { id } = (await live.view("midst")).order;
    let version = 1;
    const speaking = live.say("midst", said.slice(1));
    for (let n = 0; n < 20; n++) {
      const response = await live.edit(id, version, { elements: { harm: { value: `第${n}次`, status: "已记录" } } });
      expect(response.status).toBe(200);
      version = (await response.json()).version;
    }
    await speaking;
    await live.post("midst", { utterances: [utterance(90, "citizen", "就这些。")] });
    const { order } = await live.view("midst");
    expect(order).toMatchObject({ version: 21, elements: { harm: { value: "第19次", engine: "human" } } });
    expect(order.elements.place.value).toContain("科苑路");
    expect((await editsOf(t.services.db, id)).filter(({ field }) => field === "elements")).toHaveLength(20);
  });

  test("an order confirmed in mid-call is drafted no more, and the person's word is kept on what was proposed", async () => {
    await live.say("confirmed", said);
    const { order } = await live.view("confirmed");
    const confirm = { method: "POST", body: { version: 1 } };
    expect((await t.as("agent", `/api/orders/${order.id}/confirm`, confirm)).status).toBe(200);
    await live.post("confirmed", { utterances: [utterance(90, "citizen", "我姓钱，不姓赵。")], ended: true });
    await processCall(t.ctx, { id: "confirmed" });
    const after = (await live.view("confirmed")).order;
    expect(after).toMatchObject({ state: "confirmed", version: 2, elements: order.elements, title: order.title });
    const rows = await suggestionsFor(t.services.db, `order:${order.id}`);
    const decided = rows.filter(({ what }) => what !== "answers").map(({ what, decision }) => [what, decision]);
    expect(decided).toEqual(["category", "kind", "lead", "scope", "urgent"].map((what) => [what, "accepted"]));
  });

  test("a call of which nothing comes in for half an hour is ended by the sweep, and not before", async () => {
    await live.say("silent", said.slice(0, 4));
    const rungFor = async () => {
      const waiting = await processCallJob.waiting(t.services.db, new Date(t.services.now().getTime() - 15_000));
      return waiting.some(({ id }) => id === "silent");
    };
    await processCall(t.ctx, { id: "silent" });
    expect([await rungFor(), (await live.view("silent")).state]).toEqual([false, "live"]);
    aheadMs = 29 * minuteMs;
    await processCall(t.ctx, { id: "silent" });
    expect([await rungFor(), (await live.view("silent")).state]).toEqual([false, "live"]);
    aheadMs = 31 * minuteMs;
    expect(await rungFor()).toBe(true);
    await processCall(t.ctx, { id: "silent" });
    aheadMs = 0;
    expect(await live.view("silent")).toMatchObject({ state: "processed", order: { state: "draft" } });
    expect(await actionsOn("silent")).toContain("call.end");
  });

  test("a call without a word goes to a person", async () => {
    await live.post("empty", { call: head, utterances: [], ended: true });
    await processCall(t.ctx, { id: "empty" });
    expect(await live.view("empty")).toMatchObject({ state: "needs_person", failure: "通话中没有话语" });
  });

  test("a switchboard's account adds to the calls it opened for seats, and sees them no more than before", async () => {
    const call = { ...head, agentId: "A2" };
    expect((await live.post("seat", { call, utterances: [said[0]] })).status).toBe(200);
    expect((await live.post("seat", { utterances: [said[1]] })).status).toBe(200);
    expect((await t.as("agent", "/api/calls/seat")).status).toBe(404);
    expect((await live.view("seat", "agent.two")).call).toMatchObject({ agentId: "A2", utterances: { length: 2 } });
    expect((await live.post("seat", { utterances: [said[2]] }, "agent.two")).status).toBe(200);
  });

  test.each([
    ["no utterances", { call: head }, 400, /utterances/],
    ["a number twice", { call: head, utterances: [said[0], said[0]] }, 400, /序号 0 重复/],
    ["a call without a start", { call: { direction: "inbound" }, utterances: [] }, 400, /startedAt/],
    ["an unknown field", { utterances: [], role: "admin" }, 400, /role/],
    ["half a character", { call: head, utterances: [utterance(0, "citizen", "a\ud800")] }, 400, /字符/],
    ["words for a call that is not there", { utterances: [said[0]] }, 404, /不存在/],
  ])("%s: refused in Chinese", async (_, body, status, words) => {
    const response = await live.post("none", body);
    expect(response.status).toBe(status);
    expect((await response.json()).message).toMatch(words);
  });

  test("strangers, other roles and other seats find the door shut", async () => {
    await live.say("mine", said.slice(0, 1));
    const body = { utterances: [said[1]] };
    expect((await t.request("/api/calls/mine/utterances", { method: "POST", body })).status).toBe(401);
    expect((await live.post("mine", body, "qa")).status).toBe(403);
    expect((await live.post("mine", body, "agent.two")).status).toBe(404);
    expect((await live.post("mine", { ...body, call: head }, "agent.two")).status).toBe(409);
    expect((await live.view("mine")).call.utterances).toHaveLength(1);
  });
});
