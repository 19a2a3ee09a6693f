import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { searchArticles } from "../../src/kb/index.ts";
import type { Ctx } from "../../src/platform/context.ts";

export type Statement = { sql: string; params: unknown[] };

/** The hybrid statement that a search sends for a question, as drizzle writes it. */
export async function statementOf(ctx: Ctx, query: { text: string; at: string; k: number }): Promise<Statement> {
  const sent: SQL[] = [];
  const execute: typeof ctx.db.execute = (statement) => {
    sent.push(statement as SQL);
    return ctx.db.execute(statement);
  };
  const db = new Proxy(ctx.db, { get: (own, key) => (key === "execute" ? execute : Reflect.get(own, key, own)) });
  await searchArticles({ ...ctx, db }, query);
  const dialect = new PgDialect();
  const [hybrid, ...others] = sent
    .map((statement) => dialect.sqlToQuery(statement))
    .filter(({ sql }) => sql.includes("passage_vectors"));
  if (!hybrid || others.length) throw new Error(`a search sent ${others.length + (hybrid ? 1 : 0)} hybrid statements`);
  return { sql: hybrid.sql, params: hybrid.params };
}
