import { setImmediate as breathe } from "node:timers/promises";
import { basisOfCall } from "../../kb/index.ts";
import { type Call, type Order, ordersOfCalls, readCalls } from "../../orders/index.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx, Db } from "../../platform/context.ts";
import { groupBy } from "../../platform/group-by.ts";
import type { Circumstances } from "../judge.ts";
import { finalColumns } from "../review/refresh-score.ts";
import { settle } from "../review/settle.ts";
import { shownAppeal, shownDecision } from "../review/store-words.ts";
import type { QaScore } from "../schema.ts";
import { scoreByRubric } from "../score-by-rubric.ts";
import { circumstancesOf } from "../score-call.ts";
import { scoreRow } from "../score-row.ts";
import type { QaScoreRow } from "../store.ts";
import {
  appealsOfCalls,
  decisionsOfCalls,
  findRescore,
  keepOld,
  keepScores,
  outdatedAfter,
  type RescoreRow,
  replaceScores,
  updateRescore,
} from "./store-rescores.ts";

const batchCalls = 200;
/** Calls between two looks at the other work of the process: a worker that is silent for 10 s is taken for dead. */
const breathCalls = 10;

type Batch = { ids: string[]; calls: Call[]; orders: ReadonlyMap<string, Order> };
type Scored = { call: Call; score: QaScore; order: Order | null };

async function readBatch({ db }: Ctx, rulesVersion: string, cursor: string): Promise<Batch> {
  const ids = await outdatedAfter(db, rulesVersion, cursor, batchCalls);
  const calls = await readCalls(db, ids);
  const orders = new Map((await ordersOfCalls(db, ids)).map((order) => [order.callId, order]));
  return { ids, calls, orders };
}

async function scoreBatch(
  ctx: Ctx,
  { calls, orders }: Batch,
  around: (call: Call) => Circumstances,
): Promise<Scored[]> {
  const scored: Scored[] = [];
  for (const [at, call] of calls.entries()) {
    const order = orders.get(call.id) ?? null;
    const knowledge = await basisOfCall(ctx, call);
    scored.push({ call, order, score: scoreByRubric(ctx.rules, call, order, { ...around(call), knowledge }) });
    if (at % breathCalls === breathCalls - 1) await breathe();
  }
  return scored;
}

/** New rows in place of `before`: the new engine's word with people's decisions over it. */
async function freshRows(
  tx: Db,
  ctx: Ctx,
  before: readonly QaScoreRow[],
  scored: readonly Scored[],
): Promise<QaScoreRow[]> {
  const decidedIds = before.filter(({ decided }) => decided > 0).map(({ callId }) => callId);
  const decisions = decidedIds.length ? groupBy(await decisionsOfCalls(tx, decidedIds), ({ callId }) => callId) : null;
  const appeals = decidedIds.length ? groupBy(await appealsOfCalls(tx, decidedIds), ({ callId }) => callId) : null;
  const rows = new Map(before.map((row) => [row.callId, row]));
  return scored.flatMap(({ call, score, order }) => {
    const old = rows.get(call.id);
    if (!old) return [];
    const made = { ...scoreRow(ctx, call, score, { order }), leadingRisk: old.leadingRisk };
    const words = (decisions?.get(call.id) ?? []).map(shownDecision);
    const objections = (appeals?.get(call.id) ?? []).map(shownAppeal);
    const settled = settle(ctx.rules.rubric, score, words, objections);
    return [
      {
        ...made,
        ...finalColumns(ctx, old.leadingRisk, settled),
        reviewedAt: old.reviewedAt,
        acknowledgedAt: old.acknowledgedAt,
      },
    ];
  });
}

/** Puts a batch in place unless the run was paused or somebody else did it; null when it was. */
function putBatch(
  ctx: Ctx,
  run: RescoreRow,
  batch: Batch,
  scored: readonly Scored[],
  workedMs: number,
): Promise<RescoreRow | null> {
  return ctx.inTransaction(async (tx) => {
    const now = await findRescore(tx, run.id, { isKept: true });
    const isOurs = now.cursor === run.cursor && (now.state === "等待" || now.state === "运行");
    if (!isOurs) return null;
    const before = await keepScores(tx, batch.ids);
    const rows = await freshRows(tx, ctx, before, scored);
    const old = new Map(before.map((row) => [row.callId, row.score]));
    const changed = rows.filter((row) => row.score !== old.get(row.callId)).length;
    await keepOld(
      tx,
      rows.map(({ callId }) => callId),
      ctx.now(),
    );
    if (rows.length) await replaceScores(tx, rows);
    return updateRescore(tx, run.id, {
      state: "运行",
      cursor: batch.ids.at(-1) ?? run.cursor,
      done: now.done + batch.ids.length,
      changed: now.changed + changed,
      workedMs: now.workedMs + Math.round(workedMs),
      touchedAt: ctx.now(),
    });
  });
}

async function finish(ctx: Ctx, run: RescoreRow): Promise<void> {
  await ctx.inTransaction(async (tx) => {
    await updateRescore(tx, run.id, { state: "完成", finishedAt: ctx.now(), touchedAt: ctx.now() });
    record(tx, ctx, "qa.rescore.end", run.id, { done: run.done, changed: run.changed });
  });
}

/**
 * Scores all calls by the rules of now, batch by batch; old scores are kept with their version, and people's decisions stand over the new ones. Stops when
 * paused, when the process ends, or when the rules are no longer those of the run; goes on where it stopped. May run twice: a batch that was done is seen.
 */
export async function runRescore(ctx: Ctx, { id }: { id: string }): Promise<void> {
  let run: RescoreRow | null = await findRescore(ctx.db, id);
  if (run.state !== "等待" && run.state !== "运行") return;
  if (run.rulesVersion !== ctx.rules.version) return giveUpRescore(ctx, { id }, "评分规则又变了，请重新开始");
  const around = await circumstancesOf(ctx);
  let next = readBatch(ctx, run.rulesVersion, run.cursor);
  let put: Promise<RescoreRow | null> = Promise.resolve(run);
  while (run) {
    const startedMs = performance.now();
    const batch = await next;
    if (batch.ids.length === 0 || ctx.signal.aborted) break;
    next = quietly(readBatch(ctx, run.rulesVersion, batch.ids.at(-1) ?? run.cursor));
    const scored = await scoreBatch(ctx, batch, around);
    run = await put;
    // Written while the batch behind it is read and scored.
    if (run) put = quietly(putBatch(ctx, run, batch, scored, performance.now() - startedMs));
    ctx.events.publish({ callId: id, what: "rescore" });
  }
  run = await put;
  const rest = await next;
  if (run && rest.ids.length === 0) await finish(ctx, run);
  ctx.events.publish({ callId: id, what: "rescore" });
}

/** A promise whose failure ends the process only where somebody waits for it. */
function quietly<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => undefined);
  return promise;
}

/** After the last attempt: the run has failed, with the reason; what was done stays done. */
export async function giveUpRescore(ctx: Ctx, { id }: { id: string }, reason: string): Promise<void> {
  await ctx.inTransaction(async (tx) => {
    await updateRescore(tx, id, { state: "失败", failure: reason, finishedAt: ctx.now(), touchedAt: ctx.now() });
    record(tx, ctx, "qa.rescore.fail", id);
  });
  ctx.events.publish({ callId: id, what: "rescore" });
}
