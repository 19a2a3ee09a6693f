import { and, asc, desc, eq, gte, inArray, isNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { toShanghaiIso } from "../../platform/clock.ts";
import type { Db } from "../../platform/context.ts";
import { notFound } from "../../platform/errors.ts";
import type { Plan, Task, TaskState } from "../schema-review.ts";
import { qaScores, qaSeats } from "../table.ts";
import { qaCalibrations, qaDecisions, qaPlans, qaTasks } from "../table-review.ts";
import type { Candidate } from "./draw.ts";
import type { Rating } from "./kappa.ts";

export type TaskRow = typeof qaTasks.$inferSelect;
export type PlanRow = typeof qaPlans.$inferSelect;
export type CalibrationRow = typeof qaCalibrations.$inferSelect;

const aboutCall = {
  agentId: qaScores.agentId,
  direction: qaScores.direction,
  startedAt: qaScores.startedAt,
  score: qaScores.score,
};

const shownTask = (
  task: TaskRow,
  call: { agentId: string | null; direction: string; startedAt: Date; score: number | null },
): Task => {
  const { slot: _, createdAt, doneAt, ...rest } = task;
  return {
    ...rest,
    ...call,
    startedAt: toShanghaiIso(call.startedAt),
    createdAt: toShanghaiIso(createdAt),
    doneAt: doneAt && toShanghaiIso(doneAt),
  };
};

/** Tasks by risk, with what the call is. */
export async function selectTasks(db: Db, where: SQL | undefined, limit: number): Promise<Task[]> {
  const rows = await db
    .select({ task: qaTasks, call: aboutCall })
    .from(qaTasks)
    .innerJoin(qaScores, eq(qaScores.callId, qaTasks.callId))
    .where(where)
    .orderBy(desc(qaTasks.risk), asc(qaTasks.id))
    .limit(limit);
  return rows.map(({ task, call }) => shownTask(task, call));
}

export type TaskFilter = {
  state?: TaskState | undefined;
  reviewerId?: string | undefined;
  planId?: string | undefined;
};

export const tasksMatching = (db: Db, { state, reviewerId, planId }: TaskFilter, limit: number): Promise<Task[]> =>
  selectTasks(
    db,
    and(
      state === undefined ? undefined : eq(qaTasks.state, state),
      reviewerId === undefined ? undefined : eq(qaTasks.reviewerId, reviewerId),
      planId === undefined ? undefined : eq(qaTasks.planId, planId),
    ),
    limit,
  );

export const tasksOfCall = (db: Db, callId: string): Promise<Task[]> =>
  selectTasks(db, eq(qaTasks.callId, callId), 100);

/** Calls on which the reviewer has a blind task that is not done. */
export async function blindCalls(db: Db, reviewerId: string): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ callId: qaTasks.callId })
    .from(qaTasks)
    .where(and(eq(qaTasks.reviewerId, reviewerId), ne(qaTasks.kind, "复核"), ne(qaTasks.state, "已完成")));
  return new Set(rows.map(({ callId }) => callId));
}

/** How many tasks are in each state. */
export async function countTasks(db: Db): Promise<Record<TaskState, number>> {
  const rows = await db
    .select({ state: qaTasks.state, n: sql<number>`count(*)::int` })
    .from(qaTasks)
    .groupBy(qaTasks.state);
  return { 待领取: 0, 进行中: 0, 已完成: 0, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) };
}

/** The task with what the call is. Throws AppError `not_found`. */
export async function taskOf(db: Db, id: string): Promise<Task> {
  const [task] = await selectTasks(db, eq(qaTasks.id, id), 1);
  if (!task) throw notFound("复核任务");
  return task;
}

/** Nobody changes it until the commit. Throws AppError `not_found`. */
export async function keepTask(tx: Db, id: string): Promise<TaskRow> {
  const [row] = await tx.select().from(qaTasks).where(eq(qaTasks.id, id)).for("update");
  if (!row) throw notFound("复核任务");
  return row;
}

export const updateTask = (tx: Db, id: string, change: Partial<TaskRow>) =>
  tx.update(qaTasks).set(change).where(eq(qaTasks.id, id));

/** The reviewer's own task in hand, riskiest first. */
export const taskInHand = async (db: Db, reviewerId: string): Promise<string | undefined> =>
  (
    await db
      .select({ id: qaTasks.id })
      .from(qaTasks)
      .where(and(eq(qaTasks.reviewerId, reviewerId), eq(qaTasks.state, "进行中"), isNull(qaTasks.calibrationId)))
      .orderBy(desc(qaTasks.risk), asc(qaTasks.id))
      .limit(1)
  )[0]?.id;

/** Takes the riskiest task that waits, never the second one of a call that the reviewer has the first of; two people get two tasks. */
export async function claimTask(
  tx: Db,
  reviewer: { id: string; name: string },
  planId: string | undefined,
): Promise<string | undefined> {
  const own = tx.select({ callId: qaTasks.callId }).from(qaTasks).where(eq(qaTasks.reviewerId, reviewer.id));
  const [next] = await tx
    .select({ id: qaTasks.id })
    .from(qaTasks)
    .where(
      and(
        eq(qaTasks.state, "待领取"),
        planId ? eq(qaTasks.planId, planId) : undefined,
        or(eq(qaTasks.kind, "复核"), sql`${qaTasks.callId} not in ${own}`),
      ),
    )
    .orderBy(desc(qaTasks.risk), asc(qaTasks.id))
    .limit(1)
    .for("update", { skipLocked: true });
  if (next) await updateTask(tx, next.id, { state: "进行中", reviewerId: reviewer.id, reviewer: reviewer.name });
  return next?.id;
}

/** Whether somebody already has another task of the same double review. */
export const hasOtherSlot = async (db: Db, task: TaskRow, reviewerId: string): Promise<boolean> =>
  (
    await db
      .select({ id: qaTasks.id })
      .from(qaTasks)
      .where(
        and(
          eq(qaTasks.callId, task.callId),
          ne(qaTasks.id, task.id),
          eq(qaTasks.reviewerId, reviewerId),
          eq(qaTasks.kind, "双评"),
          eq(qaTasks.planId, task.planId ?? ""),
        ),
      )
  ).length > 0;

export async function insertTasks(tx: Db, rows: readonly TaskRow[]): Promise<void> {
  const batchRows = 1_000;
  for (let at = 0; at < rows.length; at += batchRows) await tx.insert(qaTasks).values(rows.slice(at, at + batchRows));
}

export const insertPlan = (tx: Db, row: PlanRow) => tx.insert(qaPlans).values(row);

/** Plans, newest first, with how many of their tasks are done. */
export async function selectPlans(db: Db, id?: string): Promise<Plan[]> {
  const done = sql<number>`(select count(*)::int from ${qaTasks} where ${qaTasks.planId} = ${qaPlans.id} and ${qaTasks.state} = '已完成')`;
  const rows = await db
    .select({ plan: qaPlans, done })
    .from(qaPlans)
    .where(id ? eq(qaPlans.id, id) : undefined)
    .orderBy(desc(qaPlans.at))
    .limit(500);
  return rows.map(({ plan, done: n }) => ({ ...plan, done: n, at: toShanghaiIso(plan.at) }));
}

/** Scored calls of seats in a time that match the plan's filter and are in no plan of the month yet. */
export const selectCandidates = async (
  db: Db,
  { filter, month }: Pick<PlanRow, "filter" | "month">,
  span: { from: Date; until: Date },
): Promise<Candidate[]> => {
  const drawn = db
    .select({ callId: qaTasks.callId })
    .from(qaTasks)
    .innerJoin(qaPlans, eq(qaPlans.id, qaTasks.planId))
    .where(eq(qaPlans.month, month));
  const rows = await db
    .select({ callId: qaScores.callId, agentId: qaScores.agentId, risk: qaScores.risk })
    .from(qaScores)
    .leftJoin(qaSeats, eq(qaSeats.agentId, qaScores.agentId))
    .where(
      and(
        gte(qaScores.startedAt, span.from),
        lt(qaScores.startedAt, span.until),
        sql`${qaScores.agentId} is not null and ${qaScores.score} is not null`,
        filter.direction === undefined ? undefined : eq(qaScores.direction, filter.direction),
        filter.agentId === undefined ? undefined : eq(qaScores.agentId, filter.agentId),
        filter.team === undefined ? undefined : eq(qaSeats.team, filter.team),
        filter.agency === undefined ? undefined : eq(qaScores.agency, filter.agency),
        filter.item === undefined ? undefined : eq(qaScores.category, filter.item),
        sql`${qaScores.callId} not in ${drawn}`,
      ),
    );
  return rows.flatMap(({ agentId, ...rest }) => (agentId === null ? [] : [{ ...rest, agentId }]));
};

/** How many calls of each seat were drawn in a month before. */
export async function drawnInMonth(db: Db, month: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ agentId: qaScores.agentId, n: sql<number>`count(distinct ${qaTasks.callId})::int` })
    .from(qaTasks)
    .innerJoin(qaPlans, eq(qaPlans.id, qaTasks.planId))
    .innerJoin(qaScores, eq(qaScores.callId, qaTasks.callId))
    .where(eq(qaPlans.month, month))
    .groupBy(qaScores.agentId);
  return new Map(rows.map(({ agentId, n }) => [agentId ?? "", n]));
}

export const insertCalibration = (tx: Db, row: CalibrationRow) => tx.insert(qaCalibrations).values(row);

export const selectCalibrations = (db: Db): Promise<CalibrationRow[]> =>
  db.select().from(qaCalibrations).orderBy(desc(qaCalibrations.at)).limit(200);

/** Throws AppError `not_found`. */
export async function findCalibration(db: Db, id: string): Promise<CalibrationRow> {
  const [row] = await db.select().from(qaCalibrations).where(eq(qaCalibrations.id, id));
  if (!row) throw notFound("校准");
  return row;
}

export const endCalibration = (tx: Db, id: string, endedAt: Date) =>
  tx
    .update(qaCalibrations)
    .set({ endedAt })
    .where(and(eq(qaCalibrations.id, id), isNull(qaCalibrations.endedAt)));

/** How many calls each reviewer has done, by calibration and reviewer. */
export const doneInCalibrations = (db: Db, ids: readonly string[]) =>
  db
    .select({ id: qaTasks.calibrationId, reviewerId: qaTasks.reviewerId, n: sql<number>`count(*)::int` })
    .from(qaTasks)
    .where(and(inArray(qaTasks.calibrationId, [...ids]), eq(qaTasks.state, "已完成")))
    .groupBy(qaTasks.calibrationId, qaTasks.reviewerId);

/** The last verdict of each reviewer on each item, in a calibration or in the double reviews of a time. */
export async function ratingsOf(
  db: Db,
  which: { calibrationId: string } | { from: Date; until: Date },
): Promise<(Rating & { by: string })[]> {
  const where =
    "calibrationId" in which
      ? eq(qaTasks.calibrationId, which.calibrationId)
      : and(eq(qaDecisions.kind, "双评"), gte(qaDecisions.at, which.from), lt(qaDecisions.at, which.until));
  return db
    .selectDistinctOn([qaDecisions.callId, qaDecisions.item, qaDecisions.byId], {
      callId: qaDecisions.callId,
      item: qaDecisions.item,
      rater: qaDecisions.byId,
      by: qaDecisions.by,
      verdict: sql<string>`${qaDecisions.verdict}`,
    })
    .from(qaDecisions)
    .innerJoin(qaTasks, eq(qaTasks.id, qaDecisions.taskId))
    .where(where)
    .orderBy(qaDecisions.callId, qaDecisions.item, qaDecisions.byId, desc(qaDecisions.at));
}
