import { and, desc, eq, ilike, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { type Actor, may } from "../platform/access.ts";
import type { Db } from "../platform/context.ts";
import { notFound } from "../platform/errors.ts";
import type { ArticleState } from "./schema.ts";
import { articles, passages } from "./table.ts";

export type Article = typeof articles.$inferSelect;
export type PassageRow = typeof passages.$inferInsert;

/** Editors see every article; all others only what is published. A hidden article looks like a missing one. */
const visibleTo = (actor: Actor): SQL | undefined =>
  may(actor, "article.edit") ? undefined : eq(articles.state, "published");

/** Throws AppError `not_found` for an article that is missing or hidden from the actor. */
export async function findArticle(db: Db, actor: Actor, id: string): Promise<Article> {
  const [row] = await db
    .select()
    .from(articles)
    .where(and(eq(articles.id, id), visibleTo(actor)));
  if (!row) throw notFound("知识");
  return row;
}

export type ArticleFilter = {
  state?: ArticleState | undefined;
  title?: string | undefined;
  after?: { updatedAt: string; id: string } | undefined;
  limit: number;
};

/** Newest change first. */
export function selectArticles(db: Db, actor: Actor, filter: ArticleFilter): Promise<Article[]> {
  const { state, title, after, limit } = filter;
  const updatedBefore = after && new Date(after.updatedAt);
  const beyond =
    updatedBefore &&
    or(lt(articles.updatedAt, updatedBefore), and(eq(articles.updatedAt, updatedBefore), lt(articles.id, after.id)));
  return db
    .select()
    .from(articles)
    .where(
      and(
        visibleTo(actor),
        state && eq(articles.state, state),
        title ? ilike(articles.title, `%${title.replace(/[\\%_]/g, "\\$&")}%`) : undefined,
        beyond,
      ),
    )
    .orderBy(desc(articles.updatedAt), desc(articles.id))
    .limit(limit);
}

/** What is there of these imports: by the city's own name, else (when it has none) by the same content. */
export function selectKnown(db: Db, externalIds: readonly string[], hashes: readonly string[]) {
  const byName = inArray(articles.externalId, [...externalIds]);
  const byContent = and(isNull(articles.externalId), inArray(articles.contentHash, [...hashes]));
  const { id, externalId, contentHash, embedderId, state } = articles;
  return db.select({ id, externalId, contentHash, embedderId, state }).from(articles).where(or(byName, byContent));
}

const imported = [
  "title",
  "body",
  "agency",
  "legalBasis",
  "region",
  "audience",
  "item",
  "kind",
  "state",
  "validFrom",
  "validUntil",
  "publishedBy",
  "updatedAt",
  "publishedAt",
  "contentHash",
  "embedderId",
] as const;

/** Inserts the article, or changes the one of the same external id; gives its id and whether it was new. */
export async function upsertArticle(tx: Db, row: Article): Promise<{ id: string; isNew: boolean }> {
  const set = Object.fromEntries(imported.map((field) => [field, row[field]]));
  const [saved] = await tx
    .insert(articles)
    .values(row)
    .onConflictDoUpdate({ target: articles.externalId, set: { ...set, version: sql`${articles.version} + 1` } })
    .returning({ id: articles.id });
  if (!saved) throw new Error("an upsert gave no row");
  return { id: saved.id, isNew: saved.id === row.id };
}

const rowsAtOnce = 500;

/** Puts new passages in the place of the articles' old ones. */
export async function replacePassages(
  tx: Db,
  articleIds: readonly string[],
  rows: readonly PassageRow[],
): Promise<void> {
  await tx.delete(passages).where(inArray(passages.articleId, [...articleIds]));
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await tx.insert(passages).values(rows.slice(from, from + rowsAtOnce));
  }
}

export const countArticles = (db: Db): Promise<number> => db.$count(articles);

/** Without the index a search is exact and slower, never wrong. */
export async function dropVectorIndex(db: Db): Promise<void> {
  await db.execute(sql`drop index if exists passages_embedding`);
}

/**
 * Makes the index if it is not there, and brings the word index up to date: entries that PostgreSQL has put off are searched
 * one by one (0.4 ms a word at 1,000 passages). PGlite gathers no figures for its planner by itself.
 */
export async function finishIndexes(db: Db): Promise<void> {
  await db.execute(
    sql`create index if not exists passages_embedding on passages using hnsw (embedding halfvec_cosine_ops)`,
  );
  await db.execute(sql`select gin_clean_pending_list('passages_tokens')`);
  await db.execute(sql`analyze articles, passages`);
}
