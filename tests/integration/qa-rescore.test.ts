import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Ctx } from "../../src/platform/context.ts";
import {
  listRescores,
  type QaCallView,
  type Rescore,
  rescoreJob,
  runRescore,
  startRescore,
} from "../../src/qa/index.ts";
import { engines, isMissing, openTestApp, type TestApp } from "../security/test-app.ts";
import { processed, rudeCall, unhappyCallback } from "../support/qa.ts";

const forbidden = "使用禁语(不知道/不清楚)";

describe.each(engines)("%s", (engine) => {
  if (isMissing(engine)) return test.skip("no PostgreSQL here", () => {});
  let t: TestApp;
  let later: Ctx;
  const rung: string[] = [];
  beforeAll(async () => {
    t = await openTestApp(engine, () => ({ ring: async (job, { id }) => void rung.push(`${job.name} ${id}`) }));
    for (let n = 0; n < 5; n++) await processed(t, rudeCall(`c${n}`));
    await processed(t, unhappyCallback("cb", "o1"));
    const overrule = { item: forbidden, verdict: "合格", reason: "误判" };
    await post("/api/qa/calls/c1/decisions", { decisions: [overrule], finish: true });
    // 450 calls more than a batch holds, without the time that processing them would take.
    await t.services.db.execute(sql`insert into calls (id, direction, started_at, agent_id, input_hash, state, received_at)
      select 'x' || lpad(n::text, 4, '0'), 'inbound', '2026-03-05T01:12:00Z', 'A7', 'h', 'processed', now() from generate_series(1, 450) n`);
    await t.services.db.execute(sql`insert into utterances (call_id, i, speaker, start_ms, end_ms, text)
      select 'x' || lpad(n::text, 4, '0'), u.i, u.speaker, u.start_ms, u.end_ms, u.text from generate_series(1, 450) n, utterances u where u.call_id = 'c0'`);
    await t.services.db.execute(sql`insert into qa_scores (call_id, score, band, items, rules_version, scored_at, started_at, agent_id, final_score, final_band)
      select 'x' || lpad(n::text, 4, '0'), 1, 0, '[]'::jsonb, 'old', now(), '2026-03-05T01:12:00Z', 'A7', 1, 0 from generate_series(1, 450) n`);
    const rows = t.ctx.rules.rubric.rows.map((row) => (row.row === 9 ? { ...row, deduction: 8 } : row));
    const rules = { ...t.ctx.rules, version: "new-version", rubric: { ...t.ctx.rules.rubric, rows } };
    later = { ...t.ctx, rules };
  });
  afterAll(() => t.close());

  const post = (path: string, body: unknown = {}) => t.as("qa", path, { method: "POST", body });
  const get = async (path: string) => (await t.as("qa", path)).json();
  const view = (id: string): Promise<QaCallView> => get(`/api/qa/calls/${id}`);

  test("scores of other versions are counted, and a run over none of them is refused", async () => {
    expect(await get("/api/qa/rescores")).toMatchObject({ present: t.ctx.rules.version, outdated: 450, items: [] });
    expect((await listRescores(later)).outdated).toBe(456);
  });

  test("a run goes batch by batch, tells of it, can be paused and goes on where it stopped", async () => {
    const run: Rescore = await startRescore(later);
    expect(run).toMatchObject({ state: "等待", total: 456, done: 0 });
    expect(rung).toContain(`rescore ${run.id}`);
    await expect(startRescore(later)).rejects.toMatchObject({ fault: "conflict" });
    expect((await post("/api/qa/rescores")).status).toBe(409);
    let told = 0;
    const unlisten = t.services.events.listen((event) => {
      if (!("callId" in event) || event.what !== "rescore" || event.callId !== run.id) return;
      told += 1;
      if (told === 1) void post(`/api/qa/rescores/${run.id}/pause`);
    });
    await runRescore(later, { id: run.id });
    unlisten();
    const paused = (await get("/api/qa/rescores")).items[0];
    expect(paused.state).toBe("暂停");
    expect(paused.done).toBeGreaterThanOrEqual(200);
    expect(paused.done).toBeLessThan(456);
    await runRescore(later, { id: run.id });
    expect((await get("/api/qa/rescores")).items[0].done).toBe(paused.done);
    expect((await post(`/api/qa/rescores/${run.id}/pause`)).status).toBe(409);
    expect((await post("/api/qa/rescores/none/pause")).status).toBe(404);
    expect((await post(`/api/qa/rescores/${run.id}/resume`)).status).toBe(200);
    await Promise.all([runRescore(later, { id: run.id }), runRescore(later, { id: run.id })]);
    const done = (await get("/api/qa/rescores")).items[0];
    expect(done).toMatchObject({ state: "完成", done: 456, total: 456, failure: null, finishedAt: expect.any(String) });
    expect(done.perSec).toBeGreaterThan(0);
    expect((await listRescores(later)).outdated).toBe(0);
    await expect(startRescore(later)).rejects.toMatchObject({ fault: "conflict" });
  });

  test("every call has one new score, and one old one with its version", async () => {
    const { rows } = await t.services.db.execute(sql`select
      (select count(*)::int from qa_scores where rules_version = 'new-version') as fresh,
      (select count(*)::int from qa_old_scores) as kept, (select count(distinct call_id)::int from qa_old_scores) as calls`);
    expect(rows).toEqual([{ fresh: 456, kept: 456, calls: 456 }]);
    const { head, versions } = await view("c0");
    expect(head.rulesVersion).toBe("new-version");
    expect(versions).toEqual([
      expect.objectContaining({ rulesVersion: t.ctx.rules.version, score: (head.engineScore ?? 0) + 3 }),
    ]);
  });

  test("a person's word stands over the new score, and what was reviewed stays reviewed", async () => {
    const [overruled, plain] = [await view("c1"), await view("c0")];
    expect(overruled.head).toMatchObject({ reviewed: true, decided: 1, score: (plain.head.score ?? 0) + 8 });
    expect(overruled.head.deducted).not.toContain(forbidden);
    expect(plain.head.deducted).toContain(forbidden);
  });

  test("a run of rules that are no longer those of the process fails with the reason, and a stopped one is taken up again", async () => {
    const newest = { ...later, rules: { ...later.rules, version: "newest" } };
    const run = await startRescore(newest);
    expect(await rescoreJob.waiting(t.services.db, new Date())).toEqual([]);
    expect(await rescoreJob.waiting(t.services.db, new Date(Date.now() + 120_000))).toEqual([{ id: run.id }]);
    await runRescore(later, { id: run.id });
    expect((await get("/api/qa/rescores")).items[0]).toMatchObject({
      state: "失败",
      failure: expect.stringMatching(/又变了/),
    });
    await rescoreJob.giveUp(newest, { id: (await startRescore(newest)).id }, "处理出错，已转人工");
    expect((await get("/api/qa/rescores")).items[0]).toMatchObject({ state: "失败", failure: "处理出错，已转人工" });
  });
});
