import { randomUUID } from "node:crypto";
import { authorize, displayName } from "../../../platform/access.ts";
import { record } from "../../../platform/audit.ts";
import type { Ctx } from "../../../platform/context.ts";
import { notFound } from "../../../platform/errors.ts";
import { runHead } from "./hit-view.ts";
import { hitRunJob } from "./jobs.ts";
import type { HitRunCause, HitRunHead } from "./schema.ts";
import { findSet, type HitRunRow, insertRun, runsOf, setsToRun } from "./store.ts";

/** Runs a set by a person's button, in the background. A run that waits already is the one. Throws AppError `not_found`. */
export async function startHitRun(ctx: Ctx, setId: string): Promise<HitRunHead> {
  authorize(ctx.actor, "article.edit");
  if (!(await findSet(ctx.db, setId))) throw notFound("测试集");
  const waiting = (await runsOf(ctx.db, setId)).find(({ state }) => state === "waiting");
  const run = waiting ?? { ...(await request(ctx, setId, "按钮", displayName(ctx.actor))), done: 0 };
  await ctx.ring(hitRunJob, { id: run.id });
  return runHead(run);
}

/** Runs a set again because readers are shown another article now. */
export async function runAfterPublication(ctx: Ctx, { id: setId }: { id: string }): Promise<void> {
  authorize(ctx.actor, "call.process");
  const isBehind = (await setsToRun(ctx.db, ctx.now())).some(({ id }) => id === setId);
  if (!isBehind) return;
  const { id } = await request(ctx, setId, "发布后", null);
  await ctx.ring(hitRunJob, { id });
}

async function request(
  ctx: Ctx,
  setId: string,
  cause: HitRunCause,
  requestedByName: string | null,
): Promise<HitRunRow> {
  const run: HitRunRow = {
    id: randomUUID(),
    setId,
    cause,
    state: "waiting",
    requestedByName,
    requestedAt: ctx.now(),
    finishedAt: null,
    failure: null,
    totals: null,
  };
  await ctx.inTransaction(async (tx) => {
    await insertRun(tx, run);
    record(tx, ctx, "hit_run.start", run.id, { setId });
  });
  return run;
}
