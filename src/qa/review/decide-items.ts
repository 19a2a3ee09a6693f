import { randomUUID } from "node:crypto";
import { actorName, authorize, displayName } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx, Db } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { decide } from "../../platform/suggestions.ts";
import type { QaItem } from "../schema.ts";
import type { DecideItems, DecisionKind, Judgement, Settled, Task } from "../schema-review.ts";
import type { QaScoreRow } from "../store.ts";
import { subjectOf } from "../suggest/suggest-rows.ts";
import { refreshItem } from "./item-state.ts";
import { refreshScore, settledOf } from "./refresh-score.ts";
import { keepScore } from "./store-heads.ts";
import { keepTask, type TaskRow, tasksOfCall, updateTask } from "./store-tasks.ts";
import { type DecisionRow, decisionsOf, insertDecisions } from "./store-words.ts";

/** Who decides, as the rows keep it. */
export const reviewerOf = (ctx: Ctx): { id: string; name: string } => ({
  id: ctx.actor.kind === "user" ? ctx.actor.userId : actorName(ctx.actor),
  name: displayName(ctx.actor),
});

/** Whether the reader has a blind task on the call that is not done: then nobody else's word is shown. */
export function isBlind(ctx: Ctx, tasks: readonly Pick<Task, "reviewerId" | "kind" | "state">[]): boolean {
  const { id } = reviewerOf(ctx);
  return tasks.some((task) => task.reviewerId === id && task.kind !== "复核" && task.state !== "已完成");
}

/** A reason is asked for wherever a person differs from the engine; what the engine left open may be passed without one. */
function checkReason(item: QaItem, judgement: Judgement): void {
  const passesOpen = item.verdict === "待人工" && judgement.verdict !== "扣分";
  if (judgement.verdict === item.verdict || passesOpen || judgement.reason) return;
  throw new AppError("invalid", `“${item.item}”与系统判定不同，请写明理由`);
}

function rowOf(
  ctx: Ctx,
  score: QaScoreRow,
  judgement: Judgement,
  kind: DecisionKind,
  taskId: string | null,
): DecisionRow {
  const item = score.items.find((each) => each.item === judgement.item);
  if (!item) throw new AppError("invalid", `评分表中没有“${judgement.item}”这一项`);
  checkReason(item, judgement);
  const by = reviewerOf(ctx);
  const cost = judgement.deduction ?? (item.deduction > 0 ? item.deduction : item.points);
  return {
    id: randomUUID(),
    callId: score.callId,
    item: item.item,
    verdict: judgement.verdict,
    deduction: judgement.verdict === "扣分" ? cost : 0,
    reason: judgement.reason ?? null,
    utterances: judgement.utterances ?? item.utterances,
    atMs: judgement.atMs === undefined ? item.atMs : judgement.atMs,
    engineVerdict: item.verdict,
    rulesVersion: score.rulesVersion,
    kind,
    taskId,
    byId: by.id,
    by: by.name,
    at: ctx.now(),
  };
}

/** The reviewer's task, which must be his and unfinished. */
async function ownTask(tx: Db, ctx: Ctx, callId: string, taskId: string): Promise<TaskRow> {
  const task = await keepTask(tx, taskId);
  if (task.callId !== callId) throw new AppError("invalid", "任务不是这通电话的");
  if (task.state === "已完成") throw new AppError("conflict", "这个任务已经完成");
  if (task.reviewerId !== reviewerOf(ctx).id) throw new AppError("conflict", "这个任务在别人手里");
  return task;
}

/** A word beside one's open blind task would tell what the blind task must not, and would count without it. */
async function checkNotBlind(tx: Db, ctx: Ctx, callId: string): Promise<void> {
  if (isBlind(ctx, await tasksOfCall(tx, callId)))
    throw new AppError("conflict", "您在这通电话上还有未完成的双评或校准任务，请在任务里判定");
}

/** An engine's verdict that a finishing reviewer let stand in a blind review is his word too: agreement needs it. */
function unspoken(ctx: Ctx, score: QaScoreRow, own: readonly DecisionRow[], task: TaskRow): DecisionRow[] {
  const spoken = new Set(own.map(({ item }) => item));
  return score.items
    .filter((item) => !spoken.has(item.item) && (item.verdict === "扣分" || item.verdict === "合格"))
    .map((item) =>
      rowOf(ctx, score, { item: item.item, verdict: item.verdict as "扣分" | "合格" }, task.kind, task.id),
    );
}

/**
 * Keeps a reviewer's word on items of a call and works out what the call counts as. With `finish` his task, or the review, is done.
 * In a blind review (双评, 校准) what he let stand counts as his word when he finishes, and the answer rests on his words only.
 * Throws AppError `not_found`, `invalid` for an unknown item or a missing reason, `conflict` for a task that is not his or done, or for
 * a word outside his open blind task.
 */
export async function decideItems(ctx: Ctx, callId: string, input: DecideItems): Promise<Settled> {
  authorize(ctx.actor, "score.review");
  return ctx.inTransaction(async (tx) => {
    const score = await keepScore(tx, ctx.actor, callId);
    const task = input.taskId ? await ownTask(tx, ctx, callId, input.taskId) : null;
    const kind = task?.kind ?? "复核";
    if (kind === "复核") await checkNotBlind(tx, ctx, callId);
    const given = input.decisions.map((judgement) => rowOf(ctx, score, judgement, kind, task?.id ?? null));
    await insertDecisions(tx, given);
    const subject = subjectOf(callId);
    for (const { item, verdict } of given) await decide(tx, ctx, { subject, what: item, value: verdict });
    if (task && input.finish && kind !== "复核") {
      const own = (await decisionsOf(tx, callId)).filter(({ taskId }) => taskId === task.id);
      await insertDecisions(tx, unspoken(ctx, score, own, task));
    }
    if (task && input.finish) await updateTask(tx, task.id, { state: "已完成", doneAt: ctx.now() });
    const isReviewed = input.finish && kind !== "校准" && (await noneLeft(tx, callId));
    const settled = await refreshScore(tx, ctx, score, isReviewed ? { reviewedAt: ctx.now() } : {});
    if (kind === "复核") for (const { item } of given) await refreshItem(tx, ctx, item);
    const change = { kind, finish: input.finish, items: given.map(({ item, verdict }) => `${item}=${verdict}`) };
    record(tx, ctx, "qa.decide", callId, change);
    return kind === "复核" ? settled : settledOf(tx, ctx, score, reviewerOf(ctx).id);
  });
}

const noneLeft = async (tx: Db, callId: string): Promise<boolean> =>
  (await tasksOfCall(tx, callId)).every((task) => task.kind === "校准" || task.state === "已完成");
