import { and, asc, desc, eq, gt, inArray, lt, ne, sql } from "drizzle-orm";
import { toShanghaiIso } from "../../platform/clock.ts";
import type { Db } from "../../platform/context.ts";
import { notFound } from "../../platform/errors.ts";
import type { Rescore } from "../schema-review.ts";
import type { QaScoreRow } from "../store.ts";
import { qaOldScores, qaScores } from "../table.ts";
import { qaAppeals, qaDecisions, qaRescores } from "../table-review.ts";

export type RescoreRow = typeof qaRescores.$inferSelect;

export function shownRescore(row: RescoreRow): Rescore {
  const { id, rulesVersion, state, total, done, changed, failure, by, createdAt, finishedAt, workedMs } = row;
  return {
    id,
    rulesVersion,
    state,
    total,
    done,
    changed,
    failure,
    by,
    createdAt: toShanghaiIso(createdAt),
    finishedAt: finishedAt && toShanghaiIso(finishedAt),
    perSec: workedMs > 0 ? Math.round((done * 10_000) / workedMs) / 10 : null,
  };
}

/** How many scores another version of the rules made. */
export async function countOutdated(db: Db, rulesVersion: string): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(qaScores)
    .where(ne(qaScores.rulesVersion, rulesVersion));
  return row?.n ?? 0;
}

/** The next calls after `cursor` whose score another version made. */
export const outdatedAfter = async (db: Db, rulesVersion: string, cursor: string, limit: number): Promise<string[]> => {
  const rows = await db
    .select({ id: qaScores.callId })
    .from(qaScores)
    .where(and(gt(qaScores.callId, cursor), ne(qaScores.rulesVersion, rulesVersion)))
    .orderBy(asc(qaScores.callId))
    .limit(limit);
  return rows.map(({ id }) => id);
};

export const selectRescores = (db: Db): Promise<RescoreRow[]> =>
  db.select().from(qaRescores).orderBy(desc(qaRescores.createdAt)).limit(50);

/** Runs that are not over. */
export const openRescores = (db: Db): Promise<RescoreRow[]> =>
  db
    .select()
    .from(qaRescores)
    .where(inArray(qaRescores.state, ["等待", "运行", "暂停"]));

/** Throws AppError `not_found`. With `isKept` nobody changes it until the commit. */
export async function findRescore(db: Db, id: string, { isKept = false } = {}): Promise<RescoreRow> {
  const found = db.select().from(qaRescores).where(eq(qaRescores.id, id));
  const [row] = await (isKept ? found.for("update") : found);
  if (!row) throw notFound("重新评分");
  return row;
}

export const insertRescore = (tx: Db, row: RescoreRow) => tx.insert(qaRescores).values(row);

/** Only one may start a run at a time. */
export const lockRescores = (tx: Db) => tx.execute(sql`lock table ${qaRescores} in share row exclusive mode`);

export const updateRescore = async (tx: Db, id: string, change: Partial<RescoreRow>): Promise<RescoreRow> => {
  const [row] = await tx.update(qaRescores).set(change).where(eq(qaRescores.id, id)).returning();
  if (!row) throw notFound("重新评分");
  return row;
};

/** Runs that wait or stopped in the middle. */
export const rescoresWaitingSince = (db: Db, olderThan: Date) =>
  db
    .select({ id: qaRescores.id })
    .from(qaRescores)
    .where(and(inArray(qaRescores.state, ["等待", "运行"]), lt(qaRescores.touchedAt, olderThan)))
    .limit(10);

/** The scores of these calls; nobody changes them until the commit. */
export const keepScores = (tx: Db, ids: readonly string[]): Promise<QaScoreRow[]> =>
  tx
    .select()
    .from(qaScores)
    .where(inArray(qaScores.callId, [...ids]))
    .orderBy(asc(qaScores.callId))
    .for("update");

/** Everybody's word on these calls, oldest first. */
export const decisionsOfCalls = (db: Db, ids: readonly string[]) =>
  db
    .select()
    .from(qaDecisions)
    .where(inArray(qaDecisions.callId, [...ids]))
    .orderBy(asc(qaDecisions.at), asc(qaDecisions.id));

export const appealsOfCalls = (db: Db, ids: readonly string[]) =>
  db
    .select()
    .from(qaAppeals)
    .where(inArray(qaAppeals.callId, [...ids]))
    .orderBy(asc(qaAppeals.at), asc(qaAppeals.id));

/** Puts the scores as they stand among the old ones. */
export async function keepOld(tx: Db, ids: readonly string[], replacedAt: Date): Promise<void> {
  await tx.execute(sql`
    insert into ${qaOldScores} (call_id, score, band, items, rules_version, scored_at, replaced_at)
    select call_id, score, band, items, rules_version, scored_at, ${replacedAt.toISOString()}::timestamptz
    from ${qaScores} where ${inArray(qaScores.callId, [...ids])}`);
}

const fresh = (column: string) => sql.raw(`excluded.${column}`);

/** Puts new scores in place of old ones. Who has seen and reviewed what stays. */
export const replaceScores = (tx: Db, rows: readonly QaScoreRow[]) =>
  tx
    .insert(qaScores)
    .values([...rows])
    .onConflictDoUpdate({
      target: qaScores.callId,
      set: {
        score: fresh("score"),
        band: fresh("band"),
        items: fresh("items"),
        rulesVersion: fresh("rules_version"),
        scoredAt: fresh("scored_at"),
        title: fresh("title"),
        agency: fresh("agency"),
        category: fresh("category"),
        finalScore: fresh("final_score"),
        finalBand: fresh("final_band"),
        deducted: fresh("deducted"),
        pending: fresh("pending"),
        decided: fresh("decided"),
        risk: fresh("risk"),
        riskWhy: fresh("risk_why"),
      },
    });
