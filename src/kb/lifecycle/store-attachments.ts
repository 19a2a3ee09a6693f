import { and, asc, count, eq } from "drizzle-orm";
import type { Db } from "../../platform/context.ts";
import { notFound } from "../../platform/errors.ts";
import { articleAttachments, articles } from "../table.ts";

export type ArticleAttachment = typeof articleAttachments.$inferSelect;

/** The files of an article, oldest first. */
export const attachmentsOf = (db: Db, articleId: string): Promise<ArticleAttachment[]> =>
  db
    .select()
    .from(articleAttachments)
    .where(eq(articleAttachments.articleId, articleId))
    .orderBy(asc(articleAttachments.addedAt), asc(articleAttachments.id));

/** Throws AppError `not_found` when the article has no such file. */
export async function findAttachment(db: Db, articleId: string, id: string): Promise<ArticleAttachment> {
  const [row] = await db.select().from(articleAttachments).where(isIt(articleId, id));
  if (!row) throw notFound("附件");
  return row;
}

const isIt = (articleId: string, id: string) =>
  and(eq(articleAttachments.articleId, articleId), eq(articleAttachments.id, id));

/** How many files it has. Others who add one wait until the commit. */
export async function countAttachments(tx: Db, articleId: string): Promise<number> {
  await tx.select({ id: articles.id }).from(articles).where(eq(articles.id, articleId)).for("no key update");
  const [row] = await tx
    .select({ n: count() })
    .from(articleAttachments)
    .where(eq(articleAttachments.articleId, articleId));
  return row?.n ?? 0;
}

/** The file of an article with this content. */
export const attachmentBySha256 = async (
  db: Db,
  articleId: string,
  sha256: string,
): Promise<ArticleAttachment | undefined> =>
  (
    await db
      .select()
      .from(articleAttachments)
      .where(and(eq(articleAttachments.articleId, articleId), eq(articleAttachments.sha256, sha256)))
  )[0];

export async function insertAttachment(tx: Db, row: ArticleAttachment): Promise<void> {
  await tx.insert(articleAttachments).values(row);
}

/** Takes the file off the article; its bytes stay, since other rows may have the same. Throws AppError `not_found`. */
export async function deleteAttachment(tx: Db, articleId: string, id: string): Promise<void> {
  const gone = await tx.delete(articleAttachments).where(isIt(articleId, id)).returning();
  if (!gone.length) throw notFound("附件");
}
