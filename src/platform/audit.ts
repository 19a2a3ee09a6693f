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
type Deed = Omit<Entry, "seq" | "previousHash">;

const firstHash = "0".repeat(64);

/** What was done in each open transaction and stands in no row yet. */
const deeds = new WeakMap<Db, Deed[]>();

/**
 * Says who did what in the caller's transaction: no record, no change. `change` holds names of fields, ids and counts,
 * never a person's words. The rows are written at the end of the transaction, since they hold the chain until the commit.
 * Throws when `tx` is no transaction of `inTransaction`.
 */
export function record(tx: Db, ctx: Ctx, action: string, target: string, change: unknown = null): void {
  const open = deeds.get(tx);
  if (!open) throw new Error("record needs a transaction of inTransaction");
  const { requestId } = ctx;
  open.push({ at: ctx.now(), actor: actorName(ctx.actor), action, target, requestId, change });
}

/** Begins to keep what is done in a transaction. Only `inTransaction` calls it. */
export const openAudit = (tx: Db): void => void deeds.set(tx, []);

/** Writes what was recorded, each row after the last of the chain, which waits for us until the commit. Only `inTransaction` calls it. */
export async function writeAudit(tx: Db): Promise<void> {
  const done = deeds.get(tx) ?? [];
  if (!done.length) return;
  const { rows } = await tx.execute<{ seq: string | number; hash: string }>(sql`select seq, hash from audit_tail()`);
  let seq = Number(rows[0]?.seq ?? 0);
  let previousHash = rows[0]?.hash ?? firstHash;
  const chained = done.map((deed) => {
    seq += 1;
    const entry = { ...deed, seq, previousHash };
    previousHash = hashOf(entry);
    return { ...entry, hash: previousHash };
  });
  await tx.insert(auditLog).values(chained);
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
