import { randomUUID } from "node:crypto";
import { and, desc, eq, sql } from "drizzle-orm";
import { actorName, displayName } from "../../platform/access.ts";
import type { Ctx, Db } from "../../platform/context.ts";
import { notFound } from "../../platform/errors.ts";
import type { NoteKind } from "../schema.ts";
import type { Article } from "../store.ts";
import { articleNotes, articles } from "../table.ts";

export type Note = typeof articleNotes.$inferSelect;
export type NewNote = { kind: NoteKind; text?: string | null; quote?: string | null; number?: number | null };

/** The article, held until the commit so that two people's steps come one after the other. Throws AppError `not_found`. */
export async function holdArticle(tx: Db, id: string): Promise<Article> {
  const [row] = await tx.select().from(articles).where(eq(articles.id, id)).for("update");
  if (!row) throw notFound("知识");
  return row;
}

export async function insertArticle(tx: Db, row: Article): Promise<void> {
  await tx.insert(articles).values(row);
}

/** Changes the row and counts its version up. */
export async function updateArticle(tx: Db, id: string, set: Partial<Article>): Promise<Article> {
  const [row] = await tx
    .update(articles)
    .set({ ...set, version: sql`${articles.version} + 1` })
    .where(eq(articles.id, id))
    .returning();
  if (!row) throw notFound("知识");
  return row;
}

/** Keeps what happened, by the one who acts. */
export async function insertNote(tx: Db, ctx: Ctx, articleId: string, note: NewNote): Promise<Note> {
  const by = { by: actorName(ctx.actor), byName: displayName(ctx.actor), at: ctx.now() };
  const { kind, text = null, quote = null, number = null } = note;
  const row = { id: randomUUID(), articleId, kind, text, quote, number, ...by, resolvedAt: null, resolvedByName: null };
  await tx.insert(articleNotes).values(row);
  return row;
}

/** Newest first. */
export const notesOf = (db: Db, articleId: string): Promise<Note[]> =>
  db
    .select()
    .from(articleNotes)
    .where(eq(articleNotes.articleId, articleId))
    .orderBy(desc(articleNotes.at), desc(articleNotes.id))
    .limit(500);

/** The newest note of a kind. */
export async function lastNote(db: Db, articleId: string, kind: NoteKind): Promise<Note | undefined> {
  const [row] = await db
    .select()
    .from(articleNotes)
    .where(and(eq(articleNotes.articleId, articleId), eq(articleNotes.kind, kind)))
    .orderBy(desc(articleNotes.at))
    .limit(1);
  return row;
}

/** Marks a comment as done; the first one who says so stays. Throws AppError `not_found`. */
export async function resolveNote(tx: Db, ctx: Ctx, articleId: string, id: string): Promise<Note> {
  const [row] = await tx
    .update(articleNotes)
    .set({
      resolvedAt: sql`coalesce(${articleNotes.resolvedAt}, ${ctx.now().toISOString()}::timestamptz)`,
      resolvedByName: sql`coalesce(${articleNotes.resolvedByName}, ${displayName(ctx.actor)})`,
    })
    .where(and(eq(articleNotes.articleId, articleId), eq(articleNotes.id, id), eq(articleNotes.kind, "comment")))
    .returning();
  if (!row) throw notFound("评论");
  return row;
}
