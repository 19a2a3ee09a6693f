import { and, desc, eq, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "../../../platform/context.ts";
import { articles } from "../../table.ts";
import { gapQuestions, gaps } from "../table.ts";
import type { ListGaps } from "./schema.ts";

export type GapRow = typeof gaps.$inferSelect;
export type GapQuestionRow = typeof gapQuestions.$inferSelect;
export type TitledGap = GapRow & { articleTitle: string | null };

/** Keeps a question; false when the same question of the same call is there. */
export const insertQuestion = async (tx: Db, row: GapQuestionRow): Promise<boolean> =>
  (await tx.insert(gapQuestions).values(row).onConflictDoNothing().returning({ id: gapQuestions.id })).length > 0;

/** Nobody else puts questions together until the commit. */
export const holdGaps = (tx: Db) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('tingsu.gaps'))`);

export const findLooseQuestion = async (tx: Db, id: string): Promise<GapQuestionRow | undefined> =>
  (
    await tx
      .select()
      .from(gapQuestions)
      .where(and(eq(gapQuestions.id, id), isNull(gapQuestions.gapId)))
  )[0];

/** Questions that wait to be put to their like. */
export const looseQuestions = (db: Db, olderThan: Date): Promise<{ id: string }[]> =>
  db
    .select({ id: gapQuestions.id })
    .from(gapQuestions)
    .where(and(isNull(gapQuestions.gapId), lt(gapQuestions.at, olderThan)))
    .limit(1_000);

const mostCompared = 3_000;

/** The gaps a new question may belong to: those that were asked last. */
export const knownGaps = (tx: Db): Promise<Pick<GapRow, "id" | "question" | "state">[]> =>
  tx
    .select({ id: gaps.id, question: gaps.question, state: gaps.state })
    .from(gaps)
    .orderBy(desc(gaps.lastAt))
    .limit(mostCompared);

export const insertGap = (tx: Db, row: GapRow) => tx.insert(gaps).values(row);

export const putQuestion = (tx: Db, id: string, gapId: string) =>
  tx.update(gapQuestions).set({ gapId }).where(eq(gapQuestions.id, id));

const mostRead = 200;

/** What was asked, newest first. */
export const questionsOf = (db: Db, gapId: string): Promise<GapQuestionRow[]> =>
  db
    .select()
    .from(gapQuestions)
    .where(eq(gapQuestions.gapId, gapId))
    .orderBy(desc(gapQuestions.at), desc(gapQuestions.id))
    .limit(mostRead);

/** Counts a gap's questions and calls anew, with its most typical wording. */
export async function recountGap(
  tx: Db,
  id: string,
  change: Pick<GapRow, "question"> & Partial<Pick<GapRow, "state">>,
): Promise<void> {
  await tx
    .update(gaps)
    .set({
      ...change,
      questions: sql`(select count(*) from gap_questions where gap_id = ${id})`,
      calls: sql`(select count(distinct call_id) from gap_questions where gap_id = ${id})`,
      firstAt: sql`(select min(at) from gap_questions where gap_id = ${id})`,
      lastAt: sql`(select max(at) from gap_questions where gap_id = ${id})`,
    })
    .where(eq(gaps.id, id));
}

const titled = (db: Db) =>
  db.select({ gap: gaps, articleTitle: articles.title }).from(gaps).leftJoin(articles, eq(articles.id, gaps.articleId));

export async function findGap(db: Db, id: string): Promise<TitledGap | undefined> {
  const [row] = await titled(db).where(eq(gaps.id, id));
  return row && { ...row.gap, articleTitle: row.articleTitle };
}

/** Most calls first. */
export async function selectGaps(db: Db, { state, limit }: ListGaps): Promise<TitledGap[]> {
  const rows = await titled(db)
    .where(eq(gaps.state, state))
    .orderBy(desc(gaps.calls), desc(gaps.questions), desc(gaps.lastAt))
    .limit(limit);
  return rows.map(({ gap, articleTitle }) => ({ ...gap, articleTitle }));
}

export const updateGap = async (tx: Db, id: string, change: Partial<GapRow>): Promise<boolean> =>
  (await tx.update(gaps).set(change).where(eq(gaps.id, id)).returning({ id: gaps.id })).length > 0;
