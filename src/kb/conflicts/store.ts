import { and, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "../../platform/context.ts";
import { notFound } from "../../platform/errors.ts";
import type { ArticleVersion } from "../store-versions.ts";
import { articleConflicts, articles, articleVersions } from "../table.ts";
import { type Overlap, overlapOf } from "./compare-articles.ts";

export type ConflictRow = typeof articleConflicts.$inferSelect;
/** A conflict with the titles as readers see them, and while both hold. */
export type ConflictEntry = ConflictRow & { title: string; otherTitle: string | null; overlap: Overlap | null };

const other = alias(articles, "other");
const version = alias(articleVersions, "version");
const otherVersion = alias(articleVersions, "other_version_row");

/** Only of versions that readers get now: what was changed since is settled. */
const isPresent: SQL | undefined = and(
  eq(articles.publishedVersion, articleConflicts.version),
  or(isNull(articleConflicts.otherId), eq(other.publishedVersion, articleConflicts.otherVersion)),
);

function entries(db: Db, where: SQL | undefined, limit: number) {
  const { articleId, version: number, otherId, otherVersion: otherNumber } = articleConflicts;
  return db
    .select({ row: articleConflicts, mine: version, theirs: otherVersion })
    .from(articleConflicts)
    .innerJoin(articles, eq(articles.id, articleId))
    .innerJoin(version, and(eq(version.articleId, articleId), eq(version.number, number)))
    .leftJoin(other, eq(other.id, otherId))
    .leftJoin(otherVersion, and(eq(otherVersion.articleId, otherId), eq(otherVersion.number, otherNumber)))
    .where(where)
    .orderBy(desc(articleConflicts.foundAt), articleConflicts.id)
    .limit(limit);
}

type Found = { row: ConflictRow; mine: ArticleVersion; theirs: ArticleVersion | null };

const entryOf = ({ row, mine, theirs }: Found): ConflictEntry => ({
  ...row,
  title: mine.title,
  otherTitle: theirs?.title ?? null,
  overlap: theirs && overlapOf(mine, theirs),
});

/** Conflicts of what readers get now that nobody has dismissed, newest first. */
export async function openConflicts(db: Db, limit: number): Promise<ConflictEntry[]> {
  const rows = await entries(db, and(isPresent, isNull(articleConflicts.dismissedAt)), limit);
  return rows.map(entryOf);
}

/** Throws AppError `not_found`. */
export async function findConflict(db: Db, id: string): Promise<ConflictEntry> {
  const [found] = await entries(db, eq(articleConflicts.id, id), 1);
  if (!found) throw notFound("冲突");
  return entryOf(found);
}

export async function countConflicts(db: Db): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(articleConflicts)
    .innerJoin(articles, eq(articles.id, articleConflicts.articleId))
    .leftJoin(other, eq(other.id, articleConflicts.otherId))
    .where(and(isPresent, isNull(articleConflicts.dismissedAt)));
  return row?.n ?? 0;
}

/** Keeps what was found; what is known already stays as people left it. */
export async function insertConflicts(tx: Db, rows: readonly ConflictRow[]): Promise<void> {
  if (rows.length)
    await tx
      .insert(articleConflicts)
      .values([...rows])
      .onConflictDoNothing();
}

export async function updateConflict(tx: Db, id: string, set: Partial<ConflictRow>): Promise<void> {
  await tx.update(articleConflicts).set(set).where(eq(articleConflicts.id, id));
}

/** Which version of an article was compared with the others. */
export async function markCompared(tx: Db, articleId: string, number: number): Promise<void> {
  await tx.update(articles).set({ comparedVersion: number }).where(eq(articles.id, articleId));
}

/** Articles whose version was not yet compared, some at a time. */
export const waitingToCompare = (db: Db, olderThan: Date): Promise<{ id: string }[]> =>
  db
    .select({ id: articles.id })
    .from(articles)
    .where(
      and(
        isNotNull(articles.publishedVersion),
        sql`${articles.comparedVersion} is distinct from ${articles.publishedVersion}`,
        sql`${articles.publishedAt} <= ${olderThan.toISOString()}::timestamptz`,
      ),
    )
    .limit(50);

/** The present versions of these articles. */
export const presentVersions = (db: Db, articleIds: readonly string[]) =>
  articleIds.length
    ? db
        .select({ version: articleVersions })
        .from(articleVersions)
        .innerJoin(
          articles,
          and(eq(articles.id, articleVersions.articleId), eq(articles.publishedVersion, articleVersions.number)),
        )
        .where(inArray(articleVersions.articleId, [...articleIds]))
    : Promise.resolve([]);
