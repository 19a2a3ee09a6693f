import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditLog, findBrokenAudit, record } from "../../src/platform/audit.ts";
import type { Ctx } from "../../src/platform/context.ts";
import { databaseOver, sqlState } from "../../src/platform/db.ts";
import { migrateDatabase } from "../../src/platform/migrate.ts";
import { databaseKinds, isMissing, openTestDatabase, type TestDatabase } from "../support/databases.ts";

/** Only what `record` reads. */
const ctx = {
  now: () => new Date("2026-03-01T00:00:00Z"),
  requestId: "r",
  actor: { kind: "system", job: "test" },
} as Ctx;

describe.each(databaseKinds)("%s", (kind) => {
  describe.skipIf(isMissing(kind))("platform", () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await openTestDatabase(kind);
    });
    afterAll(() => database.close());
    const open = () => databaseOver(database.pool);

    test("a transaction that fails leaves nothing, and its client goes on working", async () => {
      const { inTransaction, db } = open();
      const failing = inTransaction(async (tx) => {
        record(tx, ctx, "test.write", "x");
        throw new Error("after the write");
      });
      await expect(failing).rejects.toThrow("after the write");
      expect(await db.$count(auditLog)).toBe(0);
      await inTransaction((tx) => record(tx, ctx, "test.write", "y"));
      expect(await db.$count(auditLog)).toBe(1);
    });

    test("a deed outside a transaction is refused, not forgotten", () => {
      expect(() => record(open().db, ctx, "test.write", "x")).toThrow("inTransaction");
    });

    test("forty writers at once make one unbroken chain", async () => {
      const { inTransaction, db } = open();
      const write = (n: number) =>
        inTransaction((tx) => {
          record(tx, ctx, "test.write", `t${n}`, { b: [n, "字"], a: { z: null, y: 1.5 } });
          record(tx, ctx, "test.again", `t${n}`);
        });
      await Promise.all(Array.from({ length: 40 }, (_, n) => write(n)));
      expect(await db.$count(auditLog)).toBe(81);
      expect(await findBrokenAudit(db)).toBeNull();
    });

    test("the audit cannot be changed, and a change made behind its back names the row", async () => {
      const { pool } = database;
      await expect(pool.query("update audit_log set target = 'other' where seq = 7")).rejects.toThrow("append only");
      await expect(pool.query("delete from audit_log")).rejects.toThrow("append only");
      await pool.query("alter table audit_log disable trigger audit_log_append_only");
      await pool.query("update audit_log set target = 'other' where seq = 7");
      expect(await findBrokenAudit(open().db)).toBe(7);
      await pool.query("alter table audit_log enable trigger audit_log_append_only");
    });

    // One process has an embedded database to itself.
    if (kind === "PostgreSQL")
      test("who starts while another migrates waits longer than for any other lock", async () => {
        const impatient = new pg.Pool({ connectionString: database.databaseUrl ?? "", lock_timeout: 20 });
        const other = await database.pool.connect();
        await other.query("select pg_advisory_lock(54321)");
        const migrated = migrateDatabase(impatient, fileURLToPath(new URL("../../migrations", import.meta.url)), false);
        const waiting = `select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'
          and query_start < clock_timestamp() - interval '100 ms'`;
        await expect.poll(async () => (await other.query(waiting)).rowCount).toBe(1);
        await other.query("select pg_advisory_unlock(54321)");
        other.release();
        await migrated;
        await impatient.end();
      });

    test("the database itself refuses an order that no person confirmed", async () => {
      const { pool } = database;
      await pool.query(`insert into calls (id, direction, started_at, input_hash, state, received_at)
        values ('c', 'inbound', now(), 'h', 'received', now())`);
      const insert = (by: string | null) =>
        pool.query(
          `insert into orders (id, call_id, state, kind, kind_confidence, kind_why, urgent, urgent_why, scope, scope_why, category,
            confidential, elements, missing, threat_quotes, title, summary, direct_answer, rules_version, created_at, updated_at, confirmed_by)
          values ('o', 'c', 'confirmed', '咨询', 1, '', '一般', '', '受理', '', '{}', false, '{}', '[]', '[]', '', '', false, '', now(), now(), $1)`,
          [by],
        );
      expect(sqlState(await insert(null).catch((error: unknown) => error))).toBe("23514");
      expect(sqlState(await insert("system:process-call").catch((error: unknown) => error))).toBe("23514");
      await insert("user:1");
    });

    test("a taken key is told by its code", async () => {
      const again = database.pool.query(`insert into calls (id, direction, started_at, input_hash, state, received_at)
        values ('c', 'inbound', now(), 'h', 'received', now())`);
      expect(sqlState(await again.catch((error: unknown) => error))).toBe("23505");
    });
  });
});
