import { and, asc, count, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { visibleCallIds } from "../../../orders/index.ts";
import type { Db } from "../../../platform/context.ts";
import { articleVersions } from "../../table.ts";
import { recalls, toldAnswers } from "../table.ts";
import type { ListRecalls, RecallState } from "./schema.ts";

export type RecallRow = typeof recalls.$inferSelect;
export type ToldOfRecall = Pick<typeof toldAnswers.$inferSelect, "title" | "quote" | "byName" | "at">;
export type FullRecall = { recall: RecallRow; told: ToldOfRecall };

/** Told and not taken back, of a version that is shown no more, and on no list yet. */
const unlisted = (moment: SQL) => sql`
  select told.article_id from told_answers told
  join article_versions v on v.article_id = told.article_id and v.number = told.version
  where told.undone_at is null and v.shown_until <= ${moment}
    and not exists (select 1 from recalls where recalls.told_id = told.id)`;

/** On the list, not decided, and compared with a version that is not the one shown now. */
const outdated = (moment: SQL) => sql`
  select recalls.article_id from recalls
  left join lateral (
    select v.number from article_versions v
    where v.article_id = recalls.article_id
      and (v.shown_from is null or v.shown_from <= ${moment})
      and (v.shown_until is null or v.shown_until > ${moment})
    limit 1
  ) present on true
  where recalls.state = 'open' and present.number is distinct from recalls.new_version`;

/** Articles whose told versions were superseded or retired before the moment and that no list names yet. */
export async function articlesToRecall(db: Db, olderThan: Date): Promise<{ id: string }[]> {
  const moment = sql`${olderThan.toISOString()}::timestamptz`;
  const { rows } = await db.execute<{ id: string }>(
    sql`select distinct article_id as id from (${unlisted(moment)} union all ${outdated(moment)}) found limit 1000`,
  );
  return rows;
}

/** What was told of an article's versions that are shown no more, and is on no list yet. */
export const unlistedTold = (tx: Db, articleId: string, now: Date) =>
  tx
    .select({ told: toldAnswers })
    .from(toldAnswers)
    .innerJoin(
      articleVersions,
      and(eq(articleVersions.articleId, toldAnswers.articleId), eq(articleVersions.number, toldAnswers.version)),
    )
    .leftJoin(recalls, eq(recalls.toldId, toldAnswers.id))
    .where(
      and(
        eq(toldAnswers.articleId, articleId),
        isNull(toldAnswers.undoneAt),
        isNull(recalls.id),
        sql`${articleVersions.shownUntil} <= ${now.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(asc(toldAnswers.at));

/** Puts calls on the list; those that are on it stay as they are. */
export const insertRecalls = async (tx: Db, rows: readonly RecallRow[]): Promise<string[]> =>
  rows.length
    ? (
        await tx
          .insert(recalls)
          .values([...rows])
          .onConflictDoNothing()
          .returning({ id: recalls.id })
      ).map(({ id }) => id)
    : [];

const full = (db: Db) =>
  db
    .select({ recall: recalls, told: toldAnswers })
    .from(recalls)
    .innerJoin(toldAnswers, eq(toldAnswers.id, recalls.toldId));

/** Those of an article that nobody decided on. */
export const openRecallsOf = (tx: Db, articleId: string): Promise<FullRecall[]> =>
  full(tx).where(and(eq(recalls.articleId, articleId), eq(recalls.state, "open")));

/** Which rows a reader gets, `calls` as a condition on the call's id: what was taken back by the one who told it is on no list. */
export type RecallScope = { states: readonly RecallState[]; calls: SQL | undefined };

/** A condition: the call is one of these. */
export const callsAmong = (ids: ReturnType<typeof visibleCallIds>): SQL => inArray(recalls.callId, ids);

const inScope = ({ states, calls }: RecallScope, articleId?: string): SQL | undefined =>
  and(
    inArray(recalls.state, [...states]),
    articleId ? eq(recalls.articleId, articleId) : undefined,
    isNull(toldAnswers.undoneAt),
    calls,
  );

/** What matters first, then the newest. */
export const selectRecalls = (db: Db, scope: RecallScope, filter: ListRecalls): Promise<FullRecall[]> =>
  full(db)
    .where(and(inScope(scope, filter.articleId), filter.state && eq(recalls.state, filter.state)))
    .orderBy(desc(recalls.matters), desc(recalls.createdAt), desc(recalls.id))
    .limit(filter.limit);

export const countRecalls = (db: Db, scope: RecallScope): Promise<{ state: RecallState; times: number }[]> =>
  db
    .select({ state: recalls.state, times: count() })
    .from(recalls)
    .innerJoin(toldAnswers, eq(toldAnswers.id, recalls.toldId))
    .where(inScope(scope))
    .groupBy(recalls.state);

export const findRecall = async (db: Db, scope: RecallScope, id: string): Promise<FullRecall | undefined> =>
  (await full(db).where(and(inScope(scope), eq(recalls.id, id))))[0];

/** Changes a row that stands in one of these states; false when it does not any more. */
export const moveRecall = async (
  tx: Db,
  id: string,
  from: readonly RecallState[],
  change: Partial<RecallRow>,
): Promise<boolean> =>
  (
    await tx
      .update(recalls)
      .set(change)
      .where(and(eq(recalls.id, id), inArray(recalls.state, [...from])))
      .returning({ id: recalls.id })
  ).length > 0;
