import { and, desc, eq, ilike, lt, or, type SQL, sql } from "drizzle-orm";
import { type Actor, may } from "../platform/access.ts";
import type { Db } from "../platform/context.ts";
import { notFound } from "../platform/errors.ts";
import type { ArticleState } from "./schema.ts";
import { type ArticleVersion, shownAt, versionAt } from "./store-versions.ts";
import { articles, articleVersions } from "./table.ts";

export type Article = typeof articles.$inferSelect;

/** What a reader gets of an article: the words of the version, and nothing of the working copy. */
export const asShown = (article: Article, version: ArticleVersion): Article => {
  const { articleId, number, shownFrom, shownUntil, publishedBy, embedderId, ...content } = version;
  return {
    ...article,
    ...content,
    state: "published",
    publishedVersion: number,
    scheduledVersion: null,
    publishAt: null,
  };
};

/**
 * Editors get the working copy, all others the version that is shown at the moment.
 * Throws AppError `not_found` for an article that is missing or hidden from the actor, alike.
 */
export async function findArticle(db: Db, actor: Actor, id: string, moment: Date): Promise<Article> {
  const [row] = await db.select().from(articles).where(eq(articles.id, id));
  if (!row) throw notFound("知识");
  if (may(actor, "article.edit")) return row;
  const version = await versionAt(db, id, moment);
  if (!version) throw notFound("知识");
  return asShown(row, version);
}

export type ArticleFilter = {
  state?: ArticleState | undefined;
  title?: string | undefined;
  after?: { updatedAt: string; id: string } | undefined;
  limit: number;
};

/** Newest change first. Readers who are no editors get what is shown at the moment. */
export async function selectArticles(db: Db, actor: Actor, filter: ArticleFilter, moment: Date): Promise<Article[]> {
  const { limit, after } = filter;
  const updatedBefore = after && new Date(after.updatedAt);
  const beyond =
    updatedBefore &&
    or(lt(articles.updatedAt, updatedBefore), and(eq(articles.updatedAt, updatedBefore), lt(articles.id, after.id)));
  const order = [desc(articles.updatedAt), desc(articles.id)];
  if (may(actor, "article.edit")) {
    const where = and(filter.state && eq(articles.state, filter.state), titled(articles.title, filter), beyond);
    return db
      .select()
      .from(articles)
      .where(where)
      .orderBy(...order)
      .limit(limit);
  }
  if (filter.state && filter.state !== "published") return [];
  const rows = await db
    .select({ article: articles, version: articleVersions })
    .from(articles)
    .innerJoin(articleVersions, and(eq(articleVersions.articleId, articles.id), shownAt(moment)))
    .where(and(titled(articleVersions.title, filter), beyond))
    .orderBy(...order)
    .limit(limit);
  return rows.map(({ article, version }) => asShown(article, version));
}

const titled = (
  column: typeof articles.title | typeof articleVersions.title,
  { title }: ArticleFilter,
): SQL | undefined => (title ? ilike(column, `%${title.replace(/[\\%_]/g, "\\$&")}%`) : undefined);

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
  await db.execute(sql`analyze articles, article_versions, passages`);
}
