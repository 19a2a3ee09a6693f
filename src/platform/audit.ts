import { createHash } from "node:crypto";
import { desc, sql } from "drizzle-orm";
import { bigint, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { actorName } from "./access.ts";
import type { Ctx, Db } from "./context.ts";

export const auditLog = pgTable("audit_log", {
  seq: bigint("seq", { mode: "number" }).primaryKey(),
  at: timestamp("at", { withTimezone: true }).notNull(),
  actor: text("actor").notNull(),
  action: text("action").notNull(),
  target: text("target").notNull(),
  requestId: text("request_id").notNull(),
  change: jsonb("change").$type<unknown>(),
  previousHash: text("previous_hash").notNull(),
  hash: text("hash").notNull(),
});

type Entry = Omit<typeof auditLog.$inferSelect, "hash">;

/** Any number; all writers of the chain take this lock, so each row follows the one before. */
const chainLock = 12345;
const firstHash = "0".repeat(64);

/**
 * Writes who did what in the caller's transaction: no record, no change. Call it last in the transaction,
 * since it holds the chain until the commit. `change` holds names of fields, ids and counts, never a person's words.
 */
export async function record(tx: Db, ctx: Ctx, action: string, target: string, change: unknown = null): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${chainLock})`);
  const [last] = await tx
    .select({ seq: auditLog.seq, hash: auditLog.hash })
    .from(auditLog)
    .orderBy(desc(auditLog.seq))
    .limit(1);
  const entry: Entry = {
    seq: (last?.seq ?? 0) + 1,
    at: ctx.now(),
    actor: actorName(ctx.actor),
    action,
    target,
    requestId: ctx.requestId,
    change,
    previousHash: last?.hash ?? firstHash,
  };
  await tx.insert(auditLog).values({ ...entry, hash: hashOf(entry) });
}

/** The newest entries, newest first. */
export const listAudit = (db: Db, limit: number) => db.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(limit);

/** The first row whose words or place in the chain were changed, or null when the chain is whole. */
export async function findBrokenAudit(db: Db): Promise<number | null> {
  const batchSize = 1_000;
  let previousHash = firstHash;
  let seq = 0;
  for (;;) {
    const rows = await db
      .select()
      .from(auditLog)
      .where(sql`${auditLog.seq} > ${seq}`)
      .orderBy(auditLog.seq)
      .limit(batchSize);
    for (const { hash, ...entry } of rows) {
      const isNext = entry.seq === seq + 1 && entry.previousHash === previousHash;
      if (!isNext || hash !== hashOf(entry)) return entry.seq;
      seq = entry.seq;
      previousHash = hash;
    }
    if (rows.length < batchSize) return null;
  }
}

function hashOf(entry: Entry): string {
  const { seq, at, actor, action, target, requestId, change, previousHash } = entry;
  const words = [seq, at.toISOString(), actor, action, target, requestId, canonical(change), previousHash];
  return createHash("sha256").update(JSON.stringify(words)).digest("hex");
}

/** jsonb gives keys back in its own order. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== "object") return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, canonical(inner)]);
}
