import { randomUUID } from "node:crypto";
import { authorize, displayName } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { Rescore } from "../schema-review.ts";
import { rescoreJob } from "./jobs.ts";
import {
  countOutdated,
  findRescore,
  insertRescore,
  lockRescores,
  openRescores,
  type RescoreRow,
  selectRescores,
  shownRescore,
  updateRescore,
} from "./store-rescores.ts";

/** The runs, newest first, and how many scores another version of the rules made. */
export async function listRescores(ctx: Ctx): Promise<{ present: string; outdated: number; items: Rescore[] }> {
  authorize(ctx.actor, "score.review");
  const present = ctx.rules.version;
  const items = (await selectRescores(ctx.db)).map(shownRescore);
  return { present, outdated: await countOutdated(ctx.db, present), items };
}

/** Begins to score all calls by the rules of now, in the background. Throws AppError `conflict` while a run is not over, or when all scores are of now. */
export async function startRescore(ctx: Ctx): Promise<Rescore> {
  authorize(ctx.actor, "score.review");
  const rulesVersion = ctx.rules.version;
  const row = await ctx.inTransaction(async (tx) => {
    await lockRescores(tx);
    const [open] = await openRescores(tx);
    if (open) throw new AppError("conflict", "已有重新评分在进行", { present: shownRescore(open) });
    const total = await countOutdated(tx, rulesVersion);
    if (total === 0) throw new AppError("conflict", "所有评分都已是现行规则");
    const fresh: RescoreRow = {
      id: randomUUID(),
      rulesVersion,
      state: "等待",
      total,
      done: 0,
      changed: 0,
      cursor: "",
      workedMs: 0,
      failure: null,
      by: displayName(ctx.actor),
      createdAt: ctx.now(),
      touchedAt: ctx.now(),
      finishedAt: null,
    };
    await insertRescore(tx, fresh);
    record(tx, ctx, "qa.rescore", fresh.id, { rulesVersion, total });
    return fresh;
  });
  await ctx.ring(rescoreJob, { id: row.id });
  return shownRescore(row);
}

const states = { pause: ["等待", "运行"], resume: ["暂停"] } as const;

async function turn(ctx: Ctx, id: string, how: keyof typeof states): Promise<Rescore> {
  authorize(ctx.actor, "score.review");
  const row = await ctx.inTransaction(async (tx) => {
    const before = await findRescore(tx, id, { isKept: true });
    const allowed: readonly RescoreRow["state"][] = states[how];
    if (!allowed.includes(before.state))
      throw new AppError("conflict", `现在是“${before.state}”，不能${how === "pause" ? "暂停" : "继续"}`);
    const state = how === "pause" ? ("暂停" as const) : ("等待" as const);
    record(tx, ctx, `qa.rescore.${how}`, id, { done: before.done });
    return updateRescore(tx, id, { state, touchedAt: ctx.now() });
  });
  ctx.events.publish({ callId: id, what: "rescore" });
  if (how === "resume") await ctx.ring(rescoreJob, { id });
  return shownRescore(row);
}

/** Stops a run after its present batch. Throws AppError `not_found`, `conflict` when it does not run. */
export const pauseRescore = (ctx: Ctx, id: string): Promise<Rescore> => turn(ctx, id, "pause");

/** Goes on with a paused run where it stopped. Throws AppError `not_found`, `conflict` when it is not paused. */
export const resumeRescore = (ctx: Ctx, id: string): Promise<Rescore> => turn(ctx, id, "resume");
