import { and, asc, eq, gt, max, sql } from "drizzle-orm";
import type { Db } from "../../platform/context.ts";
import type { ArticleState } from "../schema.ts";
import type { Article } from "../store.ts";
import { articles } from "../table.ts";

/** A page of articles in the order of their ids. */
export const articlesAfter = (
  db: Db,
  after: string,
  state: ArticleState | undefined,
  limit: number,
): Promise<Article[]> =>
  db
    .select()
    .from(articles)
    .where(and(gt(articles.id, after), state && eq(articles.state, state)))
    .orderBy(asc(articles.id))
    .limit(limit);

/** Characters of the longest body. */
export async function longestBody(db: Db): Promise<number> {
  const [row] = await db.select({ chars: max(sql<number>`length(${articles.body})`) }).from(articles);
  return Number(row?.chars ?? 0);
}
