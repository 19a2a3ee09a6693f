import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../platform/context.ts";
import { passages } from "../table.ts";
import { makeIndex, type VectorType } from "./store-index.ts";
import { type VectorSetState, vectorSets } from "./table.ts";

export type VectorSet = typeof vectorSets.$inferSelect;
/** A passage's vector of a set. */
export type NewVector = { passageId: string; articleId: string; version: number; values: Float32Array };
/** A passage without a vector, as it is embedded. */
export type BarePassage = { id: string; articleId: string; version: number; title: string; path: string; text: string };

export const selectSets = (db: Db): Promise<VectorSet[]> => db.select().from(vectorSets).orderBy(vectorSets.id);

export const findSet = async (db: Db, state: "serving" | "filling"): Promise<VectorSet | undefined> =>
  (await db.select().from(vectorSets).where(eq(vectorSets.state, state)))[0];

/** Makes a set with its index, unless there is one of that state; gives the one there is now. */
export async function ensureSet(
  tx: Db,
  row: Pick<VectorSet, "model" | "dimensions" | "startedAt"> & { state: "serving" | "filling" },
  type: VectorType,
): Promise<VectorSet> {
  const [made] = await tx.insert(vectorSets).values(row).onConflictDoNothing().returning();
  if (made) await makeIndex(tx, made, type);
  const present = made ?? (await findSet(tx, row.state));
  if (!present) throw new Error(`no ${row.state} set of vectors`);
  return present;
}

/** Five digits: more than the two bytes of a halfvec's number hold; zeros short, since a hashed vector is mostly zeros. */
export const vectorText = (values: Float32Array): string =>
  `[${Array.from(values, (value) => (value === 0 ? "0" : value.toFixed(5))).join(",")}]`;

/** Puts vectors in, each once. Does nothing when the set has left meanwhile: the row is held, so that it cannot before the commit. */
export async function insertVectors(tx: Db, setId: number, vectors: readonly NewVector[]): Promise<void> {
  const isPresent = and(eq(vectorSets.id, setId), ne(vectorSets.state, "leaving"));
  const held = await tx.select({ id: vectorSets.id }).from(vectorSets).where(isPresent).for("share");
  if (!held.length || !vectors.length) return;
  const list = <T>(of: (vector: NewVector) => T) => sql.param(vectors.map(of));
  await tx.execute(sql`insert into passage_vectors (set_id, passage_id, article_id, version, embedding)
    select ${setId}::int, passage_id, article_id, version, embedding::halfvec from unnest(
      ${list(({ passageId }) => passageId)}::text[], ${list(({ articleId }) => articleId)}::text[],
      ${list(({ version }) => version)}::int[], ${list(({ values }) => vectorText(values))}::text[]
    ) as given(passage_id, article_id, version, embedding)
    where exists (select from passages where passages.id = given.passage_id)
    on conflict do nothing`);
}

/** Whether a passage has no vector of the set yet. */
const isBare = (setId: number | SQL) =>
  sql`not exists (select from passage_vectors where passage_id = passages.id and set_id = ${setId})`;

/** The next passages after `after`, in the order of their ids, that have no vector of the set. */
export async function selectBare(db: Db, setId: number, after: string, limit: number): Promise<BarePassage[]> {
  const { rows } = await db.execute<BarePassage>(sql`
    select passages.id, passages.article_id as "articleId", passages.version, v.title, passages.path, passages.text
    from passages join article_versions v on v.article_id = passages.article_id and v.number = passages.version
    where passages.id > ${after} and ${isBare(setId)} order by passages.id limit ${limit}`);
  return rows;
}

export const countBare = (db: Db, setId: number): Promise<number> => db.$count(passages, isBare(setId));

export const countPassages = (db: Db): Promise<number> => db.$count(passages);

/** Whether any passage lacks a vector of a set that is kept. */
export async function isAnyBare(db: Db): Promise<boolean> {
  const { rows } = await db.execute(sql`select from vector_sets s where state <> 'leaving' and exists (
    select from passages where ${isBare(sql`s.id`)})`);
  return rows.length > 0;
}

/** No passage is written until the commit; waits for those that are being written. */
export async function holdPassages(tx: Db): Promise<void> {
  await tx.execute(sql`lock table passages in share mode`);
}

export async function moveSet(tx: Db, id: number, state: VectorSetState): Promise<void> {
  await tx.update(vectorSets).set({ state, failure: null, failedAt: null }).where(eq(vectorSets.id, id));
}

/** Says why a set does not get on, or with null that it does. */
export async function noteFailure(db: Db, id: number, failure: string | null, at: Date | null): Promise<void> {
  await db.update(vectorSets).set({ failure, failedAt: at }).where(eq(vectorSets.id, id));
}

/** Removes so many vectors of a set; the number that went. */
export async function deleteSome(db: Db, setId: number, limit: number): Promise<number> {
  const { rowCount } = await db.execute(sql`delete from passage_vectors where ctid = any(array(
    select ctid from passage_vectors where set_id = ${setId} limit ${limit}))`);
  return rowCount ?? 0;
}

export const deleteSet = (db: Db, id: number) => db.delete(vectorSets).where(eq(vectorSets.id, id));
