import { getTableColumns, getTableName, type SQL, sql, type Table } from "drizzle-orm";
import type { Db } from "./context.ts";

/**
 * Puts many whole rows in by one statement with one parameter: for hundreds of rows a fifth of the work that a parameter a value is.
 * `conflict` is what follows, such as `on conflict do nothing`.
 */
export async function insertMany<T extends Table>(
  tx: Db,
  table: T,
  rows: readonly T["$inferSelect"][],
  conflict: SQL = sql``,
): Promise<void> {
  if (!rows.length) return;
  const columns = Object.entries(getTableColumns(table));
  const named = columns.map(([, column]) => sql.identifier(column.name));
  const typed = columns.map(([, column]) => sql`${sql.identifier(column.name)} ${sql.raw(column.getSQLType())}`);
  const keyed = rows.map((row) =>
    Object.fromEntries(columns.map(([key, { name }]) => [name, (row as Record<string, unknown>)[key] ?? null])),
  );
  await tx.execute(sql`insert into ${sql.identifier(getTableName(table))} (${sql.join(named, sql`, `)})
    select * from jsonb_to_recordset(${JSON.stringify(keyed)}::jsonb) as given(${sql.join(typed, sql`, `)}) ${conflict}`);
}
