import { sql } from "drizzle-orm";
import { type Config, isEmbedded } from "../../platform/config.ts";
import type { Db } from "../../platform/context.ts";
import type { VectorSet } from "./store.ts";

/** As what vectors are indexed and compared; they are stored as halfvec. */
export type VectorType = "halfvec" | "vector";

/**
 * Among how many each vector looks for its neighbours as it is put in. With twice as many as usual, a server's search finds among 300 what it
 * found among 400; the embedded database would take too long for it and keeps pgvector's own.
 */
const built: Readonly<Record<VectorType, number | null>> = { halfvec: 128, vector: null };

type IndexedSet = Pick<VectorSet, "id" | "dimensions">;

/** pgvector indexes no longer ones of four bytes a number. */
const longestWhole = 2_000;

/**
 * Numbers of two bytes need half the memory. PostgreSQL has the processor turn them into four, the embedded database does it bit by bit and
 * takes fifteen times as long to put a vector into the index.
 */
export const vectorTypeOf = (
  config: Pick<Config, "databaseUrl">,
  { dimensions }: { dimensions: number },
): VectorType => (isEmbedded(config) && dimensions <= longestWhole ? "vector" : "halfvec");

/** A vector of the set, of the type it is compared as. Statements about a set name it outright, since only so its own index is used. */
export const typeOf = ({ dimensions }: Pick<VectorSet, "dimensions">, type: VectorType) =>
  sql.raw(`${type}(${dimensions})`);

const indexName = ({ id }: IndexedSet): string => `passage_vectors_${id}`;

/** Whether the set has the index that comparing its vectors as that type needs, built as it is now. */
export async function isIndexed(db: Db, set: IndexedSet, type: VectorType): Promise<boolean> {
  const care = built[type] === null ? "" : `ef_construction='${built[type]}'`;
  const { rows } = await db.execute(sql`select from pg_indexes
    where indexname = ${indexName(set)} and position(${` ${type}_cosine_ops`} in indexdef) > 0 and position(${care} in indexdef) > 0`);
  return rows.length > 0;
}

/**
 * Makes the index of a set, in place of one that was made otherwise. With many vectors it takes minutes, in which searches read on: the old
 * one goes last, since from then to the commit nobody reads vectors. Run it in a transaction.
 */
export async function makeIndex(tx: Db, set: IndexedSet, type: VectorType): Promise<void> {
  const made = sql.identifier(`${indexName(set)}_made`);
  const care = built[type] === null ? "" : ` with (ef_construction = ${built[type]})`;
  await tx.execute(sql`set local statement_timeout = 0`);
  await tx.execute(sql`create index ${made} on passage_vectors
    using hnsw ((embedding::${typeOf(set, type)}) ${sql.raw(type)}_cosine_ops)${sql.raw(care)} where set_id = ${sql.raw(String(set.id))}`);
  await dropIndex(tx, set);
  await tx.execute(sql`alter index ${made} rename to ${sql.identifier(indexName(set))}`);
}

/** Without the index a search is exact and slower, never wrong. */
export async function dropIndex(db: Db, set: IndexedSet): Promise<void> {
  await db.execute(sql`drop index if exists ${sql.identifier(indexName(set))}`);
}
