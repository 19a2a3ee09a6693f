import { and, desc, eq, inArray, lt, or, sql } from "drizzle-orm";
import type { Db } from "../../platform/context.ts";
import { notFound } from "../../platform/errors.ts";
import type { ImportState } from "./schema.ts";
import { articleImports } from "./table.ts";

export type ArticleImport = typeof articleImports.$inferSelect;
type Change = Partial<typeof articleImports.$inferInsert>;

export const insertImport = (tx: Db, row: typeof articleImports.$inferInsert) => tx.insert(articleImports).values(row);

/** Throws AppError `not_found`. */
export async function findImport(db: Db, id: string): Promise<ArticleImport> {
  const [row] = await db.select().from(articleImports).where(eq(articleImports.id, id));
  if (!row) throw notFound("导入");
  return row;
}

/** The newest first. */
export const selectImports = (db: Db, limit: number): Promise<ArticleImport[]> =>
  db.select().from(articleImports).orderBy(desc(articleImports.createdAt), desc(articleImports.id)).limit(limit);

/** Changes an import that is in one of these states and, where told, of that version; the changed row, or null when it is not. */
export async function changeImport(
  tx: Db,
  { id, version, states }: { id: string; version?: number; states: readonly ImportState[] },
  change: Change,
): Promise<ArticleImport | null> {
  const seen = version === undefined ? undefined : eq(articleImports.version, version);
  const [row] = await tx
    .update(articleImports)
    .set({ ...change, version: sql`${articleImports.version} + 1` })
    .where(and(eq(articleImports.id, id), inArray(articleImports.state, [...states]), seen))
    .returning();
  return row ?? null;
}

/** Takes a waiting import for one run: whoever ran it before may write no more. Null when it does not wait. */
export async function takeImport(db: Db, id: string, runId: string, now: Date): Promise<ArticleImport | null> {
  const [row] = await db
    .update(articleImports)
    .set({ runId, updatedAt: now })
    .where(and(eq(articleImports.id, id), inArray(articleImports.state, ["reading", "importing"])))
    .returning();
  return row ?? null;
}

/** Writes what a run has done; false when the import is no longer its own, or was stopped. */
export async function advanceImport(
  tx: Db,
  { id, runId, state }: Pick<ArticleImport, "id" | "runId" | "state">,
  change: Change,
): Promise<boolean> {
  const rows = await tx
    .update(articleImports)
    .set(change)
    .where(and(eq(articleImports.id, id), eq(articleImports.runId, runId ?? ""), eq(articleImports.state, state)))
    .returning({ id: articleImports.id });
  return rows.length > 0;
}

/** Imports that a job should do and nobody has touched since, and previews that nobody has looked at for so long. */
export const waitingImports = (db: Db, olderThan: Date, forgottenSince: Date): Promise<{ id: string }[]> =>
  db
    .select({ id: articleImports.id })
    .from(articleImports)
    .where(
      or(
        and(inArray(articleImports.state, ["reading", "importing"]), lt(articleImports.updatedAt, olderThan)),
        and(eq(articleImports.state, "ready"), lt(articleImports.updatedAt, forgottenSince)),
      ),
    );

/** Whether another import still needs the same file. */
export async function isFileNeeded(db: Db, { id, sha256 }: ArticleImport): Promise<boolean> {
  const rows = await db
    .select({ id: articleImports.id })
    .from(articleImports)
    .where(and(eq(articleImports.sha256, sha256), inArray(articleImports.state, ["reading", "ready", "importing"])));
  return rows.some((row) => row.id !== id);
}
