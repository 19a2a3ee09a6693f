import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Db } from "../../../platform/context.ts";
import { shownAnswers, toldAnswers } from "../table.ts";

export type ToldRow = typeof toldAnswers.$inferSelect;
export type ShownRow = typeof shownAnswers.$inferSelect;

/** Keeps what was told, once; gives the row that stands. */
export async function insertTold(tx: Db, row: ToldRow): Promise<{ told: ToldRow; isNew: boolean }> {
  const [inserted] = await tx.insert(toldAnswers).values(row).onConflictDoNothing().returning();
  if (inserted) return { told: inserted, isNew: true };
  const { callId, articleId, version, quote } = toldAnswers;
  const isSame = and(eq(callId, row.callId), eq(articleId, row.articleId), eq(version, row.version));
  const [told] = await tx
    .select()
    .from(toldAnswers)
    .where(and(isSame, eq(quote, row.quote), isNull(toldAnswers.undoneAt)));
  if (!told) throw new Error("an answer that was told before is gone");
  return { told, isNew: false };
}

/** What was told in a call, in order; with `isStanding` without what was taken back. */
export const toldIn = (db: Db, callId: string, { isStanding = false } = {}): Promise<ToldRow[]> =>
  db
    .select()
    .from(toldAnswers)
    .where(and(eq(toldAnswers.callId, callId), isStanding ? isNull(toldAnswers.undoneAt) : undefined))
    .orderBy(asc(toldAnswers.at), asc(toldAnswers.id));

export const findTold = async (db: Db, callId: string, id: string): Promise<ToldRow | undefined> =>
  (
    await db
      .select()
      .from(toldAnswers)
      .where(and(eq(toldAnswers.id, id), eq(toldAnswers.callId, callId)))
  )[0];

/** Takes it back; what was taken back before keeps its moment. */
export const undoTold = async (tx: Db, id: string, undoneAt: Date): Promise<ToldRow | undefined> =>
  (
    await tx
      .update(toldAnswers)
      .set({ undoneAt })
      .where(and(eq(toldAnswers.id, id), isNull(toldAnswers.undoneAt)))
      .returning()
  )[0];

/** Whether the same article stands as told to the same question, in whatever call. */
export const isStillTold = async (tx: Db, { articleId, question }: ToldRow): Promise<boolean> =>
  (await tx.$count(
    toldAnswers,
    and(eq(toldAnswers.articleId, articleId), eq(toldAnswers.question, question ?? ""), isNull(toldAnswers.undoneAt)),
  )) > 0;

export const insertShown = (tx: Db, row: Omit<ShownRow, "id">) => tx.insert(shownAnswers).values(row);

/** What stood on the screen in a call, in order. */
export const shownIn = (db: Db, callId: string): Promise<ShownRow[]> =>
  db.select().from(shownAnswers).where(eq(shownAnswers.callId, callId)).orderBy(asc(shownAnswers.id));

/** What stands on the screen now. */
export const lastShown = async (db: Db, callId: string): Promise<ShownRow | undefined> =>
  (
    await db.select().from(shownAnswers).where(eq(shownAnswers.callId, callId)).orderBy(desc(shownAnswers.id)).limit(1)
  )[0];
