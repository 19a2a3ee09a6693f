import { eq, sql } from "drizzle-orm";
import { type Actor, may } from "../platform/access.ts";
import type { Db } from "../platform/context.ts";
import { notFound } from "../platform/errors.ts";
import { type ArticleVersion, versionAt } from "./store-versions.ts";
import { articles } from "./table.ts";

export type Article = typeof articles.$inferSelect;

/** What a reader gets of an article: the words of the version, and nothing of the working copy. */
export const asShown = (article: Article, version: ArticleVersion): Article => {
  const { articleId, number, shownFrom, shownUntil, publishedBy, ...content } = version;
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

/**
 * Brings the word index up to date: entries that PostgreSQL has put off are searched one by one (0.4 ms a word at 1,000 passages). PGlite
 * gathers no figures for its planner by itself.
 */
export async function finishIndexes(db: Db): Promise<void> {
  await db.execute(sql`select gin_clean_pending_list('passages_tokens')`);
  await db.execute(sql`analyze articles, article_versions, passages, passage_vectors`);
}
