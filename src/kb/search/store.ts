import { and, desc, eq, gt, isNull, lte, max, or, sql } from "drizzle-orm";
import type { Db } from "../../platform/context.ts";
import { articleVersions } from "../table.ts";
import { gapQuestions, gaps } from "../use/table.ts";
import type { StoredVersion } from "./document.ts";
import { type StoredRow, storedColumns, storedOf } from "./stored.ts";
import { answerPairs, searchLearned } from "./table.ts";

export type Learned = typeof searchLearned.$inferSelect;
export type VersionKey = { articleId: string; version: number };

/** The revisions of what was learned, by id; `vectors` is the id of the set that serves, `unnumbered` there while any passage has no number. */
export async function selectRevisions(db: Db): Promise<Map<string, number>> {
  const { rows } = await db.execute<{ id: string; revision: number }>(sql`select id, revision from search_learned
    union all select 'vectors', id from vector_sets where state = 'serving'
    union all select 'unnumbered', 1 where exists (select from passages where number is null)`);
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}

export async function findLearned(db: Db, id: string): Promise<Learned | undefined> {
  const [row] = await db.select().from(searchLearned).where(eq(searchLearned.id, id));
  return row;
}

/** Takes the place of what was learned before; the revision goes up. */
export async function saveLearned(tx: Db, row: Omit<Learned, "revision">): Promise<void> {
  const { rows, content, learnedAt } = row;
  await tx
    .insert(searchLearned)
    .values({ ...row, revision: 1 })
    .onConflictDoUpdate({
      target: searchLearned.id,
      set: { rows, content, learnedAt, revision: sql`${searchLearned.revision} + 1` },
    });
}

/** Versions that no other has taken the place of. */
export const countPresent = (db: Db): Promise<number> => db.$count(articleVersions, isNull(articleVersions.shownUntil));

/** These versions with their passages, in no order. */
export async function selectStored(db: Db, keys: readonly VersionKey[]): Promise<StoredVersion[]> {
  if (!keys.length) return [];
  const { rows } = await db.execute<StoredRow>(sql`select ${storedColumns} from article_versions v
    where (v.article_id, v.number) in (select * from unnest(${sql.param(keys.map(({ articleId }) => articleId))}::text[],
      ${sql.param(keys.map(({ version }) => version))}::int[]))`);
  return rows.map(storedOf);
}

export const keyOf = ({ articleId, version }: VersionKey): string => `${articleId}:${version}`;

/** A page of the present versions in the order of their keys, with the words of their passages. */
export async function selectWords(db: Db, after: VersionKey | null, limit: number) {
  const { articleId, number } = articleVersions;
  const beyond =
    after && or(gt(articleId, after.articleId), and(eq(articleId, after.articleId), gt(number, after.version)));
  return db
    .select({
      articleId,
      version: number,
      title: articleVersions.title,
      body: articleVersions.body,
      words: sql<string[]>`array(select distinct unnest(tokens) from passages
        where passages.article_id = article_versions.article_id and passages.version = article_versions.number)`,
    })
    .from(articleVersions)
    .where(and(isNull(articleVersions.shownUntil), beyond ?? undefined))
    .orderBy(articleId, number)
    .limit(limit);
}

/** How many rows each was learned from. */
export async function learnedRows(db: Db, id: string): Promise<number> {
  const [row] = await db.select({ rows: searchLearned.rows }).from(searchLearned).where(eq(searchLearned.id, id));
  return row?.rows ?? 0;
}

/** Questions of gaps for which an editor decided that no article is to be written, as many as there were when he did. */
const isUnwritten = and(eq(gaps.state, "dismissed"), lte(gapQuestions.at, gaps.decidedAt));

/** A pair is learned while its article has a version that no other has taken the place of: not when that is retired. */
const isOfPresent = and(eq(articleVersions.articleId, answerPairs.articleId), isNull(articleVersions.shownUntil));

/** How many pairs, and questions without an article, there are to learn from. */
export async function countKnown(db: Db): Promise<number> {
  const [unwritten] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(gapQuestions)
    .innerJoin(gaps, eq(gaps.id, gapQuestions.gapId))
    .where(isUnwritten);
  const [pairs] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(answerPairs)
    .innerJoin(articleVersions, isOfPresent);
  return (pairs?.count ?? 0) + (unwritten?.count ?? 0);
}

/** What one pair more is worth: the more there are, the more it costs to learn from all and the less one adds. */
const waitMsAPair = 10;

/**
 * Whether pairs or editors' decisions on gaps came or went since they were learned, and the last learning lies long enough before
 * `now`: 20 seconds at 2,000.
 */
export async function isBridgeOld(db: Db, now: Date): Promise<boolean> {
  const [learned] = await db
    .select({ rows: searchLearned.rows, learnedAt: searchLearned.learnedAt })
    .from(searchLearned)
    .where(eq(searchLearned.id, "asked"));
  const known = await countKnown(db);
  if (!learned) return known > 0;
  if (now.getTime() - learned.learnedAt.getTime() < waitMsAPair * known) return false;
  if (known !== learned.rows) return true;
  const [pair] = await db.select({ newestAt: max(answerPairs.addedAt) }).from(answerPairs);
  const [gap] = await db.select({ newestAt: max(gaps.decidedAt) }).from(gaps);
  return [pair, gap].some((each) => each?.newestAt && each.newestAt > learned.learnedAt);
}

/** Once; a pair that is known from elsewhere too does not hang on an agent's word, which may be taken back. */
export async function insertPair(tx: Db, row: typeof answerPairs.$inferInsert): Promise<void> {
  const { id, source } = answerPairs;
  await tx
    .insert(answerPairs)
    .values(row)
    .onConflictDoUpdate({ target: id, set: { source: row.source }, setWhere: eq(source, "told") });
}

export async function deletePair(tx: Db, id: string, source: string): Promise<void> {
  await tx.delete(answerPairs).where(and(eq(answerPairs.id, id), eq(answerPairs.source, source)));
}

/** Every pair with the title of the version that no other has taken the place of, newest first. */
export const selectPairs = (db: Db): Promise<{ question: string; articleId: string; title: string }[]> =>
  db
    .select({ question: answerPairs.question, articleId: answerPairs.articleId, title: articleVersions.title })
    .from(answerPairs)
    .innerJoin(articleVersions, isOfPresent)
    .orderBy(desc(answerPairs.addedAt), answerPairs.id);

/** Questions for which no article is to be written, newest first; masked. */
export const selectUnwritten = (db: Db): Promise<{ question: string; articleId: null }[]> =>
  db
    .select({ question: gapQuestions.question, articleId: sql<null>`null` })
    .from(gapQuestions)
    .innerJoin(gaps, eq(gaps.id, gapQuestions.gapId))
    .where(isUnwritten)
    .orderBy(desc(gapQuestions.at), gapQuestions.id);
