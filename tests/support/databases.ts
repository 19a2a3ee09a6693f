import { fileURLToPath } from "node:url";
import type pg from "pg";
import { inject } from "vitest";
import { openPool } from "../../src/platform/db.ts";
import { migrateDatabase } from "../../src/platform/migrate.ts";
import { freshDatabase } from "./postgres.ts";

export type TestDatabase = { pool: pg.Pool; databaseUrl: string | null; close: () => Promise<void> };

/** Both databases that the product runs on, for `describe.each`. */
export const databaseKinds = ["PGlite", "PostgreSQL"] as const;
export type DatabaseKind = (typeof databaseKinds)[number];

/** True when tests on this database cannot run here: `describe.skipIf(isMissing(kind))`. */
export const isMissing = (kind: DatabaseKind): boolean => kind === "PostgreSQL" && inject("postgresUrl") === null;

/** A migrated database of the test's own. */
export async function openTestDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  const fresh = kind === "PostgreSQL" ? await freshDatabase(inject("postgresUrl") ?? "") : null;
  const databaseUrl = fresh?.url ?? null;
  const pool = await openPool({ databaseUrl, dataDir: "memory://" }, () => {});
  await migrateDatabase(pool, fileURLToPath(new URL("../../migrations", import.meta.url)), databaseUrl === null);
  const close = async () => {
    await pool.end();
    await fresh?.drop();
  };
  return { pool, databaseUrl, close };
}
