import { and, desc, eq, gt, inArray, isNull, lte, max, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "../platform/context.ts";
import { notFound } from "../platform/errors.ts";
import { groupBy } from "../platform/group-by.ts";
import { insertMany } from "../platform/insert-many.ts";
import { addSegment, takeNumbers } from "./postings/store.ts";
import { articleVersions, passages } from "./table.ts";
import { insertVectors } from "./vectors/store.ts";

export type ArticleVersion = typeof articleVersions.$inferSelect;
export type NewVersion = ArticleVersion;
/** A passage that has no number yet. */
export type PassageRow = Omit<typeof passages.$inferSelect, "number">;
export type EmbeddedPassage = PassageRow & { vector: { setId: number; values: Float32Array } | null };

/** Versions that readers see at the moment, whether or not they are valid then. */
export const shownAt = (moment: Date): SQL | undefined =>
  and(
    or(isNull(articleVersions.shownFrom), lte(articleVersions.shownFrom, moment)),
    or(isNull(articleVersions.shownUntil), gt(articleVersions.shownUntil, moment)),
  );

/** The highest number of each of these articles; those without versions are not in it. */
export async function lastNumbers(db: Db, articleIds: readonly string[]): Promise<Map<string, number>> {
  const { articleId, number } = articleVersions;
  const rows = await db
    .select({ articleId, number: max(number) })
    .from(articleVersions)
    .where(inArray(articleId, [...articleIds]))
    .groupBy(articleId);
  return new Map(rows.map((row) => [row.articleId, row.number ?? 0]));
}

/** From the moment on nothing of these articles is shown; what waited for a later moment never will be. */
export async function closeVersions(tx: Db, articleIds: readonly string[], moment: Date): Promise<void> {
  const { shownFrom, shownUntil, articleId } = articleVersions;
  const isOpen = or(isNull(shownUntil), gt(shownUntil, moment));
  await tx
    .update(articleVersions)
    .set({ shownUntil: sql`greatest(${shownFrom}, ${moment.toISOString()}::timestamptz)` })
    .where(and(inArray(articleId, [...articleIds]), isOpen));
}

/** Changes until when a version is shown. */
export async function showUntil(tx: Db, articleId: string, number: number, moment: Date | null): Promise<void> {
  await tx
    .update(articleVersions)
    .set({ shownUntil: moment })
    .where(and(eq(articleVersions.articleId, articleId), eq(articleVersions.number, number)));
}

/** Puts versions and their passages in, with the vectors of those that have one. */
export async function insertVersions(
  tx: Db,
  versions: readonly NewVersion[],
  pieces: readonly EmbeddedPassage[],
): Promise<void> {
  await insertMany(tx, articleVersions, versions);
  const numbers = await takeNumbers(tx, pieces.length);
  await insertMany(
    tx,
    passages,
    pieces.map((piece, at) => ({ ...piece, number: numbers[at] ?? null })),
  );
  await addSegment(tx, numbers);
  const embedded = pieces.flatMap(({ id, articleId, version, vector }) =>
    vector ? [{ ...vector, passageId: id, articleId, version }] : [],
  );
  for (const [setId, vectors] of groupBy(embedded, ({ setId }) => setId)) await insertVectors(tx, setId, vectors);
}

/** All versions of an article, newest first. */
export const versionsOf = (db: Db, articleId: string): Promise<ArticleVersion[]> =>
  db
    .select()
    .from(articleVersions)
    .where(eq(articleVersions.articleId, articleId))
    .orderBy(desc(articleVersions.number));

/** The version readers see at the moment, if any. */
export async function versionAt(db: Db, articleId: string, moment: Date): Promise<ArticleVersion | undefined> {
  const [row] = await db
    .select()
    .from(articleVersions)
    .where(and(eq(articleVersions.articleId, articleId), shownAt(moment)));
  return row;
}

/** Throws AppError `not_found` when the article has no such version. */
export async function findVersion(db: Db, articleId: string, number: number): Promise<ArticleVersion> {
  const [row] = await db
    .select()
    .from(articleVersions)
    .where(and(eq(articleVersions.articleId, articleId), eq(articleVersions.number, number)));
  if (!row) throw notFound("知识版本");
  return row;
}

/** These versions, in any order; those that are not there are left out. */
export const selectVersions = (
  db: Db,
  wanted: readonly { articleId: string; version: number }[],
): Promise<ArticleVersion[]> =>
  wanted.length
    ? db
        .select()
        .from(articleVersions)
        .where(
          or(
            ...wanted.map(({ articleId, version }) =>
              and(eq(articleVersions.articleId, articleId), eq(articleVersions.number, version)),
            ),
          ),
        )
    : Promise.resolve([]);
