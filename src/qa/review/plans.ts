import { randomBytes, randomUUID } from "node:crypto";
import { authorize, displayName } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { NewPlan, Plan } from "../schema-review.ts";
import { type Candidate, drawSample } from "./draw.ts";
import { spanOfMonth } from "./span.ts";
import {
  drawnInMonth,
  insertPlan,
  insertTasks,
  type PlanRow,
  selectCandidates,
  selectPlans,
  type TaskRow,
} from "./store-tasks.ts";

const taskOf = (ctx: Ctx, plan: PlanRow, call: Candidate, slot: number): TaskRow => ({
  id: randomUUID(),
  callId: call.callId,
  kind: plan.reviews === 2 ? "双评" : "复核",
  state: "待领取",
  planId: plan.id,
  calibrationId: null,
  slot,
  reviewerId: null,
  reviewer: null,
  risk: call.risk,
  createdAt: ctx.now(),
  doneAt: null,
});

/**
 * Draws the recordings of a month that are to be heard (S1: 每人每月抽查30条录音): as many a person as the rubric says unless told otherwise,
 * by chance or the riskier the likelier. The seed, the number of calls and of those drawn are on record, so the draw can be done again.
 * Throws AppError `conflict` when nothing is left to draw.
 */
export async function makePlan(ctx: Ctx, input: NewPlan): Promise<Plan> {
  authorize(ctx.actor, "score.review");
  const { seed = randomBytes(8).toString("hex"), perAgent = ctx.rules.rubric.sample.recordings, ...rest } = input;
  const id = randomUUID();
  await ctx.inTransaction(async (tx) => {
    const candidates = await selectCandidates(tx, rest, spanOfMonth(rest.month));
    const before = await drawnInMonth(tx, rest.month);
    const sample = drawSample(candidates, { seed, perAgent, method: rest.method }, before);
    if (sample.length === 0) throw new AppError("conflict", "没有可抽的通话：当月没有符合条件的录音，或已抽满");
    const counts = { population: candidates.length, drawn: sample.length };
    const plan: PlanRow = { id, ...rest, seed, perAgent, ...counts, by: displayName(ctx.actor), at: ctx.now() };
    await insertPlan(tx, plan);
    const slots = plan.reviews === 2 ? [1, 2] : [1];
    await insertTasks(
      tx,
      sample.flatMap((call) => slots.map((slot) => taskOf(ctx, plan, call, slot))),
    );
    record(tx, ctx, "qa.plan", id, { seed, month: rest.month, method: rest.method, perAgent, ...counts });
  });
  const [made] = await selectPlans(ctx.db, id);
  if (!made) throw new AppError("conflict", "抽样计划没有保存");
  return made;
}

/** Plans, newest first. */
export async function listPlans(ctx: Ctx): Promise<Plan[]> {
  authorize(ctx.actor, "score.review");
  return selectPlans(ctx.db);
}
