import { authorize } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { Task, TaskState } from "../schema-review.ts";
import { reviewerOf } from "./decide-items.ts";
import {
  claimTask,
  countTasks,
  hasOtherSlot,
  keepTask,
  type TaskFilter,
  taskInHand,
  taskOf,
  tasksMatching,
  updateTask,
} from "./store-tasks.ts";

/** Review tasks by risk, and how many are in each state. */
export async function listTasks(
  ctx: Ctx,
  { mine, limit, ...filter }: Omit<TaskFilter, "reviewerId"> & { mine: boolean; limit: number },
): Promise<{ items: Task[]; counts: Record<TaskState, number> }> {
  authorize(ctx.actor, "score.review");
  const own = mine ? { reviewerId: reviewerOf(ctx).id } : {};
  return { items: await tasksMatching(ctx.db, { ...filter, ...own }, limit), counts: await countTasks(ctx.db) };
}

/** The reviewer's task in hand, else the riskiest that waits, which is his from now on; null when none is left. */
export async function nextTask(ctx: Ctx, planId?: string): Promise<Task | null> {
  authorize(ctx.actor, "score.review");
  const reviewer = reviewerOf(ctx);
  const inHand = await taskInHand(ctx.db, reviewer.id);
  if (inHand) return taskOf(ctx.db, inHand);
  const claimed = await ctx.inTransaction(async (tx) => {
    const id = await claimTask(tx, reviewer, planId);
    if (id) record(tx, ctx, "qa.task.claim", id);
    return id;
  });
  return claimed ? taskOf(ctx.db, claimed) : null;
}

/**
 * Gives a task to a reviewer, or with null back to the queue. Throws AppError `not_found`, `conflict` when it is done, belongs to a calibration, or the
 * reviewer has the other half of the double review.
 */
export async function assignTask(ctx: Ctx, id: string, reviewer: { id: string; name: string } | null): Promise<Task> {
  authorize(ctx.actor, "score.review");
  await ctx.inTransaction(async (tx) => {
    const task = await keepTask(tx, id);
    if (task.state === "已完成") throw new AppError("conflict", "任务已经完成");
    if (task.kind === "校准") throw new AppError("conflict", "校准任务不能改派");
    if (reviewer && (await hasOtherSlot(tx, task, reviewer.id)))
      throw new AppError("conflict", "双评的两份不能由同一人做");
    const change = { reviewerId: reviewer?.id ?? null, reviewer: reviewer?.name ?? null };
    await updateTask(tx, id, { ...change, state: reviewer ? "进行中" : "待领取" });
    record(tx, ctx, "qa.task.assign", id, { reviewer: reviewer?.id ?? null });
  });
  return taskOf(ctx.db, id);
}
