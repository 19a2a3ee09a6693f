import { eq } from "drizzle-orm";
import type { Db } from "../context.ts";
import { notFound } from "../errors.ts";
import { classifiers } from "../learn-table.ts";
import type { Packed } from "./pack.ts";

/** Keeps a classifier in the place of an older one of its name. */
export async function saveClassifier(tx: Db, row: typeof classifiers.$inferInsert): Promise<void> {
  const { name, ...set } = row;
  await tx.insert(classifiers).values(row).onConflictDoUpdate({ target: classifiers.name, set });
}

/** Throws AppError `not_found` when no classifier has the name. */
export async function findClassifier(db: Db, name: string): Promise<Packed> {
  const [row] = await db.select({ model: classifiers.model }).from(classifiers).where(eq(classifiers.name, name));
  if (!row) throw notFound(`分类器“${name}”`);
  return row.model;
}
