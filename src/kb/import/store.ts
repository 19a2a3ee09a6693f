import { and, getTableColumns, inArray, isNull, max, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../platform/context.ts";
import type { Article } from "../store.ts";
import { articles, articleVersions } from "../table.ts";

/** What is there of these imports: by the city's own name, by our own, else (when it has no name) by the same content. */
export function selectKnown(
  db: Db,
  { externalIds, articleIds, hashes }: { externalIds: string[]; articleIds: string[]; hashes: string[] },
): Promise<Article[]> {
  const byName = inArray(articles.externalId, externalIds);
  const byId = inArray(articles.id, articleIds);
  const byContent = and(isNull(articles.externalId), inArray(articles.contentHash, hashes));
  return db
    .select()
    .from(articles)
    .where(or(byName, byId, byContent));
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
  "bulletin",
  "state",
  "validFrom",
  "validUntil",
  "authors",
  "submittedBy",
  "checkedBy",
  "updatedAt",
  "contentHash",
] as const satisfies readonly (keyof Article)[];

/**
 * Inserts articles, or changes the ones with the same external id (also those that came in between), or, when `isKnown`, with the
 * same id. Gives their ids in the order of the rows.
 */
export async function upsertArticles(tx: Db, rows: readonly Article[], isKnown: boolean): Promise<string[]> {
  if (!rows.length) return [];
  const columns = getTableColumns(articles);
  const fields = isKnown ? ([...imported, "externalId"] as const) : imported;
  const set: Record<string, SQL> = { version: sql`${articles.version} + 1` };
  for (const field of fields) set[field] = sql`excluded.${sql.identifier(columns[field].name)}`;
  const saved = await tx
    .insert(articles)
    .values([...rows])
    .onConflictDoUpdate({ target: isKnown ? articles.id : articles.externalId, set })
    .returning({ id: articles.id, externalId: articles.externalId });
  const byName = new Map(saved.flatMap(({ id, externalId }) => (externalId ? [[externalId, id]] : [])));
  return rows.map(({ id, externalId }) => (externalId && byName.get(externalId)) || id);
}

/** Readers get the newest version of these articles. */
export async function markNewestPublished(tx: Db, articleIds: readonly string[], at: Date): Promise<void> {
  const { articleId, number } = articleVersions;
  const newest = tx
    .select({ number: max(number) })
    .from(articleVersions)
    .where(sql`${articleId} = ${articles.id}`);
  await tx
    .update(articles)
    .set({ publishedVersion: sql`(${newest})`, publishedAt: at, scheduledVersion: null, publishAt: null })
    .where(inArray(articles.id, [...articleIds]));
}
