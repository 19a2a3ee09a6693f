import { randomUUID } from "node:crypto";
import { authorize, displayName } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import { toShanghaiIso } from "../../platform/clock.ts";
import type { Ctx, Db } from "../../platform/context.ts";
import { groupBy } from "../../platform/group-by.ts";
import type { Calibration, CalibrationView, ItemAgreement, NewCalibration } from "../schema-review.ts";
import { agreementsOf } from "./kappa.ts";
import { daysBetween } from "./span.ts";
import { findHead } from "./store-heads.ts";
import {
  type CalibrationRow,
  doneInCalibrations,
  endCalibration,
  findCalibration,
  insertCalibration,
  insertTasks,
  ratingsOf,
  selectCalibrations,
  type TaskRow,
} from "./store-tasks.ts";

type Reviewer = { id: string; name: string };

async function shown(db: Db, rows: readonly CalibrationRow[]): Promise<Calibration[]> {
  if (rows.length === 0) return [];
  const counts = await doneInCalibrations(
    db,
    rows.map(({ id }) => id),
  );
  const done = new Map(counts.map(({ id, reviewerId, n }) => [`${id}/${reviewerId}`, n]));
  return rows.map(({ id, title, callIds, reviewers, by, at, endedAt }) => ({
    id,
    title,
    state: endedAt ? "已结束" : "进行中",
    calls: callIds.length,
    reviewers: reviewers.map((each) => ({ ...each, done: done.get(`${id}/${each.id}`) ?? 0 })),
    by,
    at: toShanghaiIso(at),
  }));
}

/**
 * Gives the same calls to several reviewers, who judge them without seeing each other. `reviewers` are people of the role qa.
 * Throws AppError `not_found` for a call without a score.
 */
export async function makeCalibration(
  ctx: Ctx,
  { title, callIds }: Pick<NewCalibration, "title" | "callIds">,
  reviewers: readonly Reviewer[],
): Promise<Calibration> {
  authorize(ctx.actor, "score.review");
  const id = randomUUID();
  const calls = [...new Set(callIds)];
  const row = { id, title, callIds: calls, reviewers: [...reviewers], by: displayName(ctx.actor), at: ctx.now() };
  await ctx.inTransaction(async (tx) => {
    await insertCalibration(tx, { ...row, endedAt: null });
    for (const callId of calls) {
      const { risk } = (await findHead(tx, ctx.actor, callId)).row;
      const tasks = reviewers.map(
        (reviewer): TaskRow => ({
          id: randomUUID(),
          callId,
          kind: "校准",
          state: "进行中",
          planId: null,
          calibrationId: id,
          slot: 1,
          reviewerId: reviewer.id,
          reviewer: reviewer.name,
          risk,
          createdAt: ctx.now(),
          doneAt: null,
        }),
      );
      await insertTasks(tx, tasks);
    }
    record(tx, ctx, "qa.calibration", id, { calls: calls.length, reviewers: reviewers.map((each) => each.id) });
  });
  return readCalibration(ctx, id);
}

/** Calibrations, newest first. */
export async function listCalibrations(ctx: Ctx): Promise<Calibration[]> {
  authorize(ctx.actor, "score.review");
  return shown(ctx.db, await selectCalibrations(ctx.db));
}

/** A calibration; once ended, with the agreement per item and where people differed. Throws AppError `not_found`. */
export async function readCalibration(ctx: Ctx, id: string): Promise<CalibrationView> {
  authorize(ctx.actor, "score.review");
  const row = await findCalibration(ctx.db, id);
  const [head] = await shown(ctx.db, [row]);
  const ratings = row.endedAt ? await ratingsOf(ctx.db, { calibrationId: id }) : [];
  const disagreements = [...groupBy(ratings, ({ callId, item }) => `${callId}\0${item}`).values()]
    .filter((same) => new Set(same.map(({ verdict }) => verdict)).size > 1)
    .map((same) => ({
      callId: same[0]?.callId ?? "",
      item: same[0]?.item ?? "",
      verdicts: same.map(({ by, verdict }) => ({ by, verdict })),
    }));
  const empty = { id, title: row.title, state: "进行中" as const, calls: 0, reviewers: [], by: "", at: "" };
  return { ...(head ?? empty), ...agreementsOf(ratings), disagreements };
}

/** Ends a calibration, so that its agreement is shown. Ended twice is ended once. Throws AppError `not_found`. */
export async function finishCalibration(ctx: Ctx, id: string): Promise<CalibrationView> {
  authorize(ctx.actor, "score.review");
  await findCalibration(ctx.db, id);
  await ctx.inTransaction(async (tx) => {
    await endCalibration(tx, id, ctx.now());
    record(tx, ctx, "qa.calibration.end", id);
  });
  return readCalibration(ctx, id);
}

/** How far the two of each double review agree, per item, over the days from `from` to `to`. */
export async function readAgreement(
  ctx: Ctx,
  days: { from?: string | undefined; to?: string | undefined },
): Promise<{ items: ItemAgreement[]; overall: ItemAgreement }> {
  authorize(ctx.actor, "score.review");
  return agreementsOf(await ratingsOf(ctx.db, daysBetween(days.from, days.to)));
}
