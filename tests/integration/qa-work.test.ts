import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createUser } from "../../src/http/index.ts";
import { listAudit } from "../../src/platform/audit.ts";
import type { QaCallView, Task } from "../../src/qa/index.ts";
import { qaTasks } from "../../src/qa/table-review.ts";
import { engines, isMissing, openTestApp, password, type TestApp, usernameOf } from "../security/test-app.ts";
import { processed, rudeCall } from "../support/qa.ts";

const forbidden = "使用禁语(不知道/不清楚)";

describe.each(engines)("%s", (engine) => {
  if (isMissing(engine)) return test.skip("no PostgreSQL here", () => {});
  let t: TestApp;
  let second = { id: "", cookie: "" };
  beforeAll(async () => {
    t = await openTestApp(engine);
    for (let n = 0; n < 6; n++) await processed(t, rudeCall(`a${n}`, "A1"));
    for (let n = 0; n < 2; n++) await processed(t, rudeCall(`b${n}`, "A2"));
    await processed(t, rudeCall("april", "A1", "2026-04-01T00:00:00+08:00"));
    const person = { username: usernameOf("qa.two"), password, name: "qa.two", role: "qa" as const };
    const { id } = await createUser(t.ctx, { ...person, agentId: null, agency: null });
    second = { id, cookie: await t.signIn("qa.two") };
  });
  afterAll(() => t.close());

  const post = (path: string, body: unknown = {}, cookie = t.cookieOf("qa")) =>
    t.request(path, { method: "POST", body, headers: { cookie } });
  const get = async (path: string, cookie = t.cookieOf("qa")) =>
    (await t.request(path, { headers: { cookie } })).json();
  const plan = { name: "三月抽检", month: "2026-03", perAgent: 3, seed: "s1" };
  const next = async (cookie?: string): Promise<Task | null> =>
    (await (await post("/api/qa/tasks/next", {}, cookie)).json()).task;

  test("a plan draws so many a person of its month, on record with seed and counts, and never a call twice", async () => {
    for (const bad of [{ ...plan, month: "2026-13" }, { ...plan, perAgent: 0 }, { ...plan, name: "" }, {}])
      expect((await post("/api/qa/plans", bad)).status).toBe(400);
    const made = await post("/api/qa/plans", plan);
    expect(made.status).toBe(201);
    expect(await made.json()).toMatchObject({
      population: 8,
      drawn: 5,
      done: 0,
      method: "风险加权",
      seed: "s1",
      by: "qa",
    });
    const [entry] = (await listAudit(t.services.db, 20)).filter(({ action }) => action === "qa.plan");
    expect(entry?.change).toMatchObject({ seed: "s1", population: 8, drawn: 5, perAgent: 3 });
    expect((await post("/api/qa/plans", plan)).status).toBe(409);
    const more = await (
      await post("/api/qa/plans", { ...plan, perAgent: 5, reviews: 2, filter: { agentId: "A1" } })
    ).json();
    expect(more).toMatchObject({ population: 3, drawn: 2 });
    const { items, counts } = await get("/api/qa/tasks?limit=500");
    expect(counts).toEqual({ 待领取: 5 + 4, 进行中: 0, 已完成: 0 });
    const drawn = new Set((items as Task[]).map(({ callId }) => callId));
    expect(drawn.size).toBe(7);
    expect((await get("/api/qa/plans")).items).toHaveLength(2);
    expect((await t.as("qa", "/api/qa/tasks?mine=perhaps")).status).toBe(400);
  });

  test("the queue gives each reviewer the riskiest task, and one never both halves of a double review", async () => {
    const first = await next();
    expect(first).toMatchObject({ state: "进行中", reviewer: "qa" });
    expect(await next()).toEqual(first);
    const other = await next(second.cookie);
    expect(other?.id).not.toBe(first?.id);
    for (let task = first; task; task = await next()) expect((await finish(task)).status).toBe(200);
    const { items } = await get("/api/qa/tasks?mine=true&limit=500");
    const doubles = (items as Task[]).filter(({ kind }) => kind === "双评").map(({ callId }) => callId);
    expect(new Set(doubles).size).toBe(doubles.length);
    expect(doubles).toHaveLength(2);
    for (let task = other; task; task = await next(second.cookie)) await finish(task, second.cookie, "合格");
    expect((await get("/api/qa/tasks")).counts).toEqual({ 待领取: 0, 进行中: 0, 已完成: 9 });
    expect(await next()).toBeNull();
  });

  /** The first reviewer agrees with the engine, the second passes the forbidden words. */
  const finish = (task: Task, cookie = t.cookieOf("qa"), verdict = "扣分") => {
    const decisions = [{ item: forbidden, verdict, reason: "听了录音" }];
    return post(`/api/qa/calls/${task.callId}/decisions`, { taskId: task.id, finish: true, decisions }, cookie);
  };

  test("double reviews tell how far the two agree, and where they differ the call keeps the engine's word", async () => {
    const { items, overall } = await get("/api/qa/agreement?from=2026-01-01");
    const own = (items as { item: string }[]).find(({ item }) => item === forbidden);
    expect(own).toMatchObject({ pairs: 2, agreed: 0, kappa: 0 });
    expect(overall.agreed).toBeGreaterThan(0.5);
    const { items: tasks } = await get("/api/qa/tasks?mine=true&limit=500");
    const double = (tasks as Task[]).find(({ kind }) => kind === "双评");
    const { settled } = await get(`/api/qa/calls/${double?.callId}`);
    const item = (settled.items as { item: string }[]).find((each) => each.item === forbidden);
    expect(item).toMatchObject({ verdict: "扣分", disputed: true, decision: null });
    expect((await t.as("qa", "/api/qa/agreement?from=soon")).status).toBe(400);
  });

  test("a task is given to somebody and back, but not when it is done or the other half is theirs", async () => {
    const april = await (await post("/api/qa/plans", { ...plan, month: "2026-04", reviews: 2 })).json();
    const [one, two] = (await get(`/api/qa/tasks?planId=${april.id}`)).items as Task[];
    const assign = (id: string | undefined, reviewerId: string | null) =>
      post(`/api/qa/tasks/${id}/assign`, { reviewerId });
    expect(await (await assign(one?.id, second.id)).json()).toMatchObject({ reviewer: "qa.two", state: "进行中" });
    expect((await assign(two?.id, second.id)).status).toBe(409);
    expect((await assign(one?.id, t.idOf("agent"))).status).toBe(400);
    expect((await assign("none", second.id)).status).toBe(404);
    expect((await post(`/api/qa/tasks/${one?.id}/assign`, {})).status).toBe(400);
    if (!one) throw new Error("no task");
    expect((await finish(one)).status).toBe(409);
    expect(await (await assign(one.id, null)).json()).toMatchObject({ reviewer: null, state: "待领取" });
    await assign(one.id, second.id);
    expect((await finish(one, second.cookie)).status).toBe(200);
    expect((await assign(one.id, null)).status).toBe(409);
    expect((await finish(one, second.cookie)).status).toBe(409);
  });

  test("the answer to a word in a double review tells neither the other's word nor whether the two differ", async () => {
    const { items } = await get("/api/qa/tasks?limit=500");
    const half = (items as Task[]).find(({ callId, state }) => callId === "april" && state !== "已完成");
    if (!half) throw new Error("no task");
    await post(`/api/qa/tasks/${half.id}/assign`, { reviewerId: t.idOf("qa") });
    const decisions = [{ item: forbidden, verdict: "合格", reason: "听了录音" }];
    const path = `/api/qa/calls/${half.callId}/decisions`;
    expect((await post(path, { decisions })).status).toBe(409);
    for (const finish of [false, true]) {
      const { settled }: Pick<QaCallView, "settled"> = await (
        await post(path, { decisions, taskId: half.id, finish })
      ).json();
      expect(settled.items.filter(({ disputed, decision }) => disputed || decision)).toEqual([]);
    }
  });

  test("a calibration is blind until it ends, then tells agreement and differences, and changes no score", async () => {
    const ids = (await get("/api/qa/reviewers")).items.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(expect.arrayContaining([t.idOf("qa"), second.id]));
    const input = { title: "三月校准", callIds: ["a0", "a1"], reviewerIds: ids };
    expect((await post("/api/qa/calibrations", { ...input, reviewerIds: [second.id] })).status).toBe(400);
    expect((await post("/api/qa/calibrations", { ...input, reviewerIds: [second.id, t.idOf("agent")] })).status).toBe(
      400,
    );
    expect((await post("/api/qa/calibrations", { ...input, callIds: ["none"] })).status).toBe(404);
    const scoreBefore = (await get("/api/qa/calls/a0")).settled.score;
    const made = await post("/api/qa/calibrations", input);
    expect(made.status).toBe(201);
    const { id } = await made.json();
    const { items } = await get("/api/qa/tasks?limit=500");
    const own = (items as Task[]).filter(({ calibrationId }) => calibrationId === id);
    expect(own).toHaveLength(4);
    for (const task of own.filter(({ reviewerId }) => reviewerId === second.id))
      expect((await finish(task, second.cookie, "合格")).status).toBe(200);
    const plainTask = { id: "plain", callId: "a0", kind: "复核" as const, state: "进行中" as const, slot: 1, risk: 0 };
    const qa = { reviewerId: t.idOf("qa"), reviewer: "qa", createdAt: new Date() };
    await t.services.db.insert(qaTasks).values({ ...plainTask, ...qa });
    const byPlainTask = { taskId: "plain", finish: true, decisions: [] };
    expect((await post("/api/qa/calls/a0/decisions", byPlainTask)).status).toBe(409);
    const blind = await get("/api/qa/calls/a0");
    const inList = ((await get("/api/qa/calls")).items as QaCallView["head"][]).find(
      ({ id: callId }) => callId === "a0",
    );
    for (const head of [blind.head, inList]) expect(head).toMatchObject({ score: head.engineScore, decided: 0 });
    expect(blind.decisions.filter(({ byId }: { byId: string }) => byId === second.id)).toEqual([]);
    expect(await get(`/api/qa/calibrations/${id}`)).toMatchObject({ state: "进行中", items: [], disagreements: [] });
    for (const task of own.filter(({ reviewerId }) => reviewerId !== second.id)) await finish(task);
    const ended = await (await post(`/api/qa/calibrations/${id}/end`)).json();
    expect(ended).toMatchObject({
      state: "已结束",
      calls: 2,
      reviewers: expect.arrayContaining([expect.objectContaining({ done: 2 })]),
    });
    const agreement = (ended.items as { item: string }[]).find(({ item }) => item === forbidden);
    expect(agreement).toMatchObject({ pairs: 2, agreed: 0 });
    expect(ended.disagreements).toHaveLength(2);
    expect((await get("/api/qa/calls/a0")).settled.score).toBe(scoreBefore);
    expect((await get("/api/qa/calibrations")).items).toHaveLength(1);
    for (const path of ["/api/qa/calibrations/none", "/api/qa/calibrations/none/end"])
      expect((await t.as("qa", path, { method: path.endsWith("end") ? "POST" : "GET" })).status).toBe(404);
  });

  test("an item that people keep overruling goes to 仅提示 by itself, on record, and new calls are not charged for it", async () => {
    const ids = Array.from({ length: 10 }, (_, n) => `w${n}`);
    for (const id of ids) {
      await processed(t, rudeCall(id, "A9", "2026-05-05T09:00:00+08:00"));
      const decisions = [{ item: forbidden, verdict: "合格", reason: "误判" }];
      await post(`/api/qa/calls/${id}/decisions`, { decisions, finish: true });
    }
    const { items } = await get("/api/qa/items");
    const standing = (items as { item: string; hintOnly: boolean; why: string }[]).find(
      ({ item }) => item === forbidden,
    );
    expect(standing).toMatchObject({ hintOnly: true, why: expect.stringMatching(/低于 70%/) });
    await processed(t, rudeCall("later", "A9", "2026-05-06T09:00:00+08:00"));
    const { settled } = await get("/api/qa/calls/later");
    const item = (settled.items as { item: string }[]).find((each) => each.item === forbidden);
    expect(item).toMatchObject({ verdict: "仅提示", deduction: 0 });
    expect((await listAudit(t.services.db, 200)).map(({ action }) => action)).toContain("qa.item.hint");
  });
});
