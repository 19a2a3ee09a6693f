import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { openAudit, writeAudit } from "./audit.ts";
import type { Db, InTransaction } from "./context.ts";
import { EmbeddedPool } from "./embedded/pool.ts";

/** Our tables first, then BullMQ's, which live in a schema of their own. */
const searchPath = "public,bullmq";

/**
 * How pgvector looks for the nearest: on, when those are not valid ones; and among how many, which hits what is far from every passage, as
 * callers' words are. The embedded database is for smaller bases, and slower. Set with the connection, so that a search is one statement.
 */
const nearestSeen = { server: 260, embedded: 200 };
const iterativeScan = "relaxed_order";

/** A pool on the database that the settings name: PostgreSQL by address, else PGlite in `dataDir`/db ("memory://" keeps nothing). */
export async function openPool(
  where: { databaseUrl: string | null; dataDir: string },
  onError: (error: Error) => void,
): Promise<pg.Pool> {
  const pool = where.databaseUrl ? openPostgres(where.databaseUrl) : await openEmbedded(where.dataDir);
  // Every queue hears the errors of the pool: their number is no leak.
  pool.setMaxListeners(0);
  pool.on("error", onError);
  // A checked-out client emits its own errors; unheard, one of them ends the process (node-postgres#1324).
  pool.on("connect", (client) => client.on("error", onError));
  return pool;
}

function openPostgres(connectionString: string): pg.Pool {
  return new pg.Pool({
    connectionString,
    max: 20,
    connectionTimeoutMillis: 2_000,
    statement_timeout: 10_000,
    lock_timeout: 3_000,
    keepAlive: true,
    options: `-c search_path=${searchPath} -c hnsw.iterative_scan=${iterativeScan} -c hnsw.ef_search=${nearestSeen.server}`,
  });
}

function openEmbedded(dataDir: string): Promise<pg.Pool> {
  const folder = dataDir.startsWith("memory:") ? dataDir : `${dataDir}/db`;
  const setup = [
    "create extension if not exists vector",
    `set search_path=${searchPath}`,
    `set hnsw.iterative_scan=${iterativeScan}`,
    `set hnsw.ef_search=${nearestSeen.embedded}`,
  ];
  return EmbeddedPool.open({ dataDir: folder, setup });
}

/**
 * Drizzle over the pool, and our own transaction in place of drizzle's, which loses the client for good when BEGIN
 * fails (drizzle-orm#6023). What `record` was told in it is written before the commit.
 */
export function databaseOver(pool: pg.Pool): { db: Db; inTransaction: InTransaction } {
  const inTransaction: InTransaction = async (work) => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query("begin");
      const tx = drizzle(client);
      openAudit(tx);
      const result = await work(tx);
      await writeAudit(tx);
      await client.query("commit");
      return result;
    } catch (error) {
      await client.query("rollback").catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  };
  return { db: drizzle(pool), inTransaction };
}

/** The first row of an insert or a count, which has one. */
export function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined || rows.length > 1) throw new Error(`expected one row, got ${rows.length}`);
  return row;
}

/** PostgreSQL's code of an error, also when drizzle wrapped it: "23505" is a unique key taken. */
export function sqlState(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ("code" in error && typeof error.code === "string") return error.code;
  return sqlState(error.cause);
}
