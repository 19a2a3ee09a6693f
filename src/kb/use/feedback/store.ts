import { and, desc, eq } from "drizzle-orm";
import type { Db } from "../../../platform/context.ts";
import { articles } from "../../table.ts";
import { articleFeedback } from "../table.ts";
import type { ListFeedback } from "./schema.ts";

export type FeedbackRow = typeof articleFeedback.$inferSelect;
/** With the title of its article as it is now. */
export type TitledFeedback = FeedbackRow & { articleTitle: string | null };

/** Keeps the click; the same click again gives the row that is there. */
export async function insertFeedback(tx: Db, row: FeedbackRow): Promise<{ id: string; isNew: boolean }> {
  const [inserted] = await tx.insert(articleFeedback).values(row).onConflictDoNothing().returning();
  if (inserted) return { id: inserted.id, isNew: true };
  const isSame = eq(articleFeedback.onceKey, row.onceKey);
  const [known] = await tx.select({ id: articleFeedback.id }).from(articleFeedback).where(isSame);
  if (!known) throw new Error("feedback that was given before is gone");
  return { id: known.id, isNew: false };
}

const titled = (db: Db) =>
  db
    .select({ feedback: articleFeedback, articleTitle: articles.title })
    .from(articleFeedback)
    .leftJoin(articles, eq(articles.id, articleFeedback.articleId));

export async function findFeedback(db: Db, id: string): Promise<TitledFeedback | undefined> {
  const [row] = await titled(db).where(eq(articleFeedback.id, id));
  return row && { ...row.feedback, articleTitle: row.articleTitle };
}

/** What was given, newest first. */
export async function selectFeedback(db: Db, filter: ListFeedback): Promise<TitledFeedback[]> {
  const { state, kind, articleId, limit } = filter;
  const rows = await titled(db)
    .where(
      and(
        state && eq(articleFeedback.state, state),
        kind && eq(articleFeedback.kind, kind),
        articleId ? eq(articleFeedback.articleId, articleId) : undefined,
      ),
    )
    .orderBy(desc(articleFeedback.at), desc(articleFeedback.id))
    .limit(limit);
  return rows.map(({ feedback, articleTitle }) => ({ ...feedback, articleTitle }));
}

export const decideFeedbackRow = async (
  tx: Db,
  id: string,
  decision: Pick<FeedbackRow, "state" | "decidedByName" | "decidedAt" | "decision">,
): Promise<boolean> =>
  (
    await tx
      .update(articleFeedback)
      .set(decision)
      .where(eq(articleFeedback.id, id))
      .returning({ id: articleFeedback.id })
  ).length > 0;
