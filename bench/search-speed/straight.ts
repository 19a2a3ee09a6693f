import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { searchArticles } from "../../src/kb/index.ts";
import type { Ctx } from "../../src/platform/context.ts";

export type Statement = { sql: string; params: unknown[] };

/** What a search sends in its transaction for a question: the settings and the hybrid statement, as drizzle writes them. */
export async function statementsOf(ctx: Ctx, query: { text: string; at: string; k: number }): Promise<Statement[]> {
  const sent: SQL[] = [];
  const listening: Ctx = {
    ...ctx,
    inTransaction: (work) =>
      ctx.inTransaction((tx) => {
        const execute: typeof tx.execute = (statement) => {
          sent.push(statement as SQL);
          return tx.execute(statement);
        };
        return work(new Proxy(tx, { get: (own, key) => (key === "execute" ? execute : Reflect.get(own, key, own)) }));
      }),
  };
  await searchArticles(listening, query);
  const dialect = new PgDialect();
  return sent
    .map((statement) => dialect.sqlToQuery(statement))
    .filter(({ sql }) => /set_config|passage_vectors/u.test(sql))
    .map(({ sql, params }) => ({ sql, params }));
}
