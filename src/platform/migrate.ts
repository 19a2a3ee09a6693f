import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import type pg from "pg";

/** Any number; of several processes that start at once, one migrates and the others wait. */
const migrationLock = 54321;

/** Brings the database to the newest form of `migrationsFolder`, forward only. `isEmbedded` has one session, so it takes no session lock. */
export async function migrateDatabase(pool: pg.Pool, migrationsFolder: string, isEmbedded: boolean): Promise<void> {
  const client = await pool.connect();
  try {
    if (!isEmbedded) {
      await client.query("set statement_timeout = 0; set lock_timeout = 0");
      await client.query("select pg_advisory_lock($1)", [migrationLock]);
      // Waiting for a table would hold up everybody who comes after.
      await client.query("reset lock_timeout");
      await client.query("create extension if not exists vector");
    }
    await migrate(drizzle(client), { migrationsFolder });
  } finally {
    if (!isEmbedded) await client.query("select pg_advisory_unlock($1)", [migrationLock]).catch(() => {});
    client.release(true);
  }
}
