import { and, asc, count, desc, eq, inArray, lt, lte, sql } from "drizzle-orm";
import type { Db } from "../../../platform/context.ts";
import { articles } from "../../table.ts";
import { hitQuestions, hitResults, hitRuns, hitSets } from "../table.ts";

export type HitSetRow = typeof hitSets.$inferSelect;
export type HitQuestionRow = typeof hitQuestions.$inferSelect;
export type HitRunRow = typeof hitRuns.$inferSelect;
export type HitResultRow = typeof hitResults.$inferSelect;
/** A run with how many of its questions were asked so far. */
export type CountedRun = HitRunRow & { done: number };

const rowsAtOnce = 500;

export const insertSet = (tx: Db, row: HitSetRow) => tx.insert(hitSets).values(row);

/** Changes a set as it stood at `version`; false when somebody was first. */
export const updateSet = async (
  tx: Db,
  id: string,
  version: number,
  change: Pick<HitSetRow, "name" | "updatedAt">,
): Promise<boolean> =>
  (
    await tx
      .update(hitSets)
      .set({ ...change, version: version + 1 })
      .where(and(eq(hitSets.id, id), eq(hitSets.version, version)))
      .returning({ id: hitSets.id })
  ).length > 0;

/** Puts these questions in the place of the set's old ones. */
export async function replaceQuestions(tx: Db, setId: string, rows: readonly HitQuestionRow[]): Promise<void> {
  await tx.delete(hitQuestions).where(eq(hitQuestions.setId, setId));
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await tx.insert(hitQuestions).values(rows.slice(at, at + rowsAtOnce));
}

export const findSet = async (db: Db, id: string): Promise<HitSetRow | undefined> =>
  (await db.select().from(hitSets).where(eq(hitSets.id, id)))[0];

export const selectSets = (db: Db): Promise<(HitSetRow & { questions: number })[]> =>
  db
    .select({
      id: hitSets.id,
      name: hitSets.name,
      version: hitSets.version,
      createdBy: hitSets.createdBy,
      updatedAt: hitSets.updatedAt,
      questions: count(hitQuestions.id),
    })
    .from(hitSets)
    .leftJoin(hitQuestions, eq(hitQuestions.setId, hitSets.id))
    .groupBy(hitSets.id)
    .orderBy(desc(hitSets.updatedAt), asc(hitSets.id));

export const questionsIn = (db: Db, setId: string): Promise<HitQuestionRow[]> =>
  db.select().from(hitQuestions).where(eq(hitQuestions.setId, setId)).orderBy(asc(hitQuestions.ord));

/** Our ids and titles of articles, asked for by ours or by the city's own. */
export const namedArticles = (db: Db, names: readonly string[]) =>
  db
    .select({ id: articles.id, externalId: articles.externalId, title: articles.title })
    .from(articles)
    .where(sql`${articles.id} in ${[...names, ""]} or ${articles.externalId} in ${[...names, ""]}`);

export const insertRun = (tx: Db, row: HitRunRow) => tx.insert(hitRuns).values(row);

const counted = (db: Db) =>
  db.select({ run: hitRuns, done: db.$count(hitResults, eq(hitResults.runId, hitRuns.id)) }).from(hitRuns);
const withCount = (rows: { run: HitRunRow; done: number }[]): CountedRun[] =>
  rows.map(({ run, done }) => ({ ...run, done: Number(done) }));

export const findRun = async (db: Db, id: string): Promise<CountedRun | undefined> =>
  withCount(await counted(db).where(eq(hitRuns.id, id)))[0];

const mostRuns = 30;

/** The newest runs of a set. */
export const runsOf = async (db: Db, setId: string): Promise<CountedRun[]> =>
  withCount(
    await counted(db)
      .where(eq(hitRuns.setId, setId))
      .orderBy(desc(hitRuns.requestedAt), desc(hitRuns.id))
      .limit(mostRuns),
  );

/** The newest run of each set. */
export async function latestRuns(db: Db): Promise<CountedRun[]> {
  const newest = db
    .selectDistinctOn([hitRuns.setId], { id: hitRuns.id })
    .from(hitRuns)
    .orderBy(hitRuns.setId, desc(hitRuns.requestedAt), desc(hitRuns.id));
  return withCount(await counted(db).where(inArray(hitRuns.id, newest)));
}

/** The whole run before this one. */
export const runBefore = async (db: Db, run: HitRunRow): Promise<HitRunRow | undefined> =>
  (
    await db
      .select()
      .from(hitRuns)
      .where(and(eq(hitRuns.setId, run.setId), eq(hitRuns.state, "done"), lt(hitRuns.requestedAt, run.requestedAt)))
      .orderBy(desc(hitRuns.requestedAt), desc(hitRuns.id))
      .limit(1)
  )[0];

export const updateRun = (tx: Db, id: string, change: Partial<HitRunRow>) =>
  tx.update(hitRuns).set(change).where(eq(hitRuns.id, id));

/** Keeps what was found; what a run that was cut off found before stays. */
export const insertResults = (tx: Db, rows: readonly HitResultRow[]) =>
  tx
    .insert(hitResults)
    .values([...rows])
    .onConflictDoNothing();

export const resultsOf = (db: Db, runId: string): Promise<HitResultRow[]> =>
  db.select().from(hitResults).where(eq(hitResults.runId, runId)).orderBy(asc(hitResults.ord));

/** Runs that were asked for and are not done. */
export const waitingRuns = (db: Db, olderThan: Date): Promise<{ id: string }[]> =>
  db
    .select({ id: hitRuns.id })
    .from(hitRuns)
    .where(and(inArray(hitRuns.state, ["waiting", "running"]), lte(hitRuns.requestedAt, olderThan)))
    .limit(100);

/** Sets with questions, not run since readers were last shown another article. */
export async function setsToRun(db: Db, olderThan: Date): Promise<{ id: string }[]> {
  const moment = sql`${olderThan.toISOString()}::timestamptz`;
  const { rows } = await db.execute<{ id: string }>(sql`
    with changed as (
      select max(moment) as last from (
        select greatest(published_at, shown_from) as moment from article_versions
        union all select shown_until from article_versions
      ) moments where moment <= ${moment}
    )
    select hit_sets.id from hit_sets cross join changed
    where exists (select 1 from hit_questions where set_id = hit_sets.id)
      and changed.last is not null
      and changed.last > coalesce(
        (select max(requested_at) from hit_runs where set_id = hit_sets.id), '-infinity'::timestamptz)
    limit 100`);
  return rows;
}
