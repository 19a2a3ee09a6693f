import { randomUUID } from "node:crypto";
import { importArticles, searchArticles, servingSet } from "../src/kb/index.ts";
import { parseConfig } from "../src/platform/config.ts";
import { type Ctx, systemCtx } from "../src/platform/context.ts";
import { openServices } from "../src/services.ts";
import { freshDatabase, startPostgres } from "../tests/support/postgres.ts";
import { report, round, spreadOf } from "./measure.ts";
import { madeArticles, questions } from "./search-speed/passages.ts";
import { recallOf, searchRecallOf } from "./search-speed/recall.ts";
import { type Statement, statementOf } from "./search-speed/straight.ts";

/**
 * How fast the base is searched, and what of that is ours: `npm run bench bench/search-speed.ts -- [embedded] [postgres] [number of passages]`.
 * Without a number 20,000 passages embedded and 100,000 on PostgreSQL. Answers are asked one after the other.
 */
const wanted = process.argv.slice(2).filter((word) => !/^\d+$/.test(word));
const asked = process.argv.slice(2).find((word) => /^\d+$/.test(word));
const isWanted = (name: string) => !wanted.length || wanted.includes(name);

const passagesEach = 2;
const articlesAtOnce = 1_000;
const searches = 300;
const exactScans = 100;
const query = (text: string) => ({ text, at: "2026-11-22T12:00:00+08:00", k: 5 });

async function open(databaseUrl: string | null) {
  const server = databaseUrl ? { DATABASE_URL: databaseUrl, AUTH_SECRET: randomUUID() } : {};
  const settings = { RULES_DIR: "rules", DATA_DIR: "memory://", LOG_LEVEL: "error", ...server };
  const services = await openServices(parseConfig(settings), { queues: false });
  return { services, ctx: systemCtx(services, "bench", new AbortController().signal, "bench") };
}

/** Fills the base without its index of vectors, which is built at the end: faster with so many. */
async function fill(ctx: Ctx, passages: number): Promise<object> {
  const startedMs = performance.now();
  const { id } = await servingSet(ctx);
  const client = await ctx.pool.connect();
  const index = `passage_vectors_${id}`;
  const { rows } = await client.query("select indexdef from pg_indexes where indexname = $1", [index]);
  await client.query(`drop index ${index}`);
  client.release();
  const all = [...madeArticles(passages / passagesEach)];
  for (let from = 0; from < all.length; from += articlesAtOnce) {
    await importArticles(ctx, { articles: all.slice(from, from + articlesAtOnce), publish: true });
    console.error(`${from + articlesAtOnce} of ${all.length} articles`);
  }
  const filledMs = performance.now();
  const builder = await ctx.pool.connect();
  await builder.query("set statement_timeout = 0; set maintenance_work_mem = '512MB'");
  await builder.query(String(rows[0]?.indexdef).replace("CREATE INDEX", "CREATE INDEX IF NOT EXISTS"));
  await builder.query("analyze passage_vectors");
  builder.release(true);
  return {
    fillSeconds: round((filledMs - startedMs) / 1000),
    indexSeconds: round((performance.now() - filledMs) / 1000),
  };
}

async function measure(databaseUrl: string | null, passages: number): Promise<object> {
  const { services, ctx } = await open(databaseUrl);
  const filled = await fill(ctx, passages);
  const texts = questions().slice(0, searches);
  const { search, straight } = await compare(ctx, texts);
  const some = texts.slice(0, exactScans);
  const recall = {
    recallAt10: await searchRecallOf(ctx, some, query("").at),
    ...(databaseUrl ? await recallOf(ctx, some) : {}),
  };
  const figures = { passages, ...filled, search, straight, ...recall };
  const overhead = { p50: round(search.p50Ms / straight.p50Ms), p95: round(search.p95Ms / straight.p95Ms) };
  await services.close();
  return { ...figures, overhead };
}

/**
 * Searches, and the very hybrid statement of each with the same values straight through pg: question by question, each first every other
 * time, since the second finds the pages warm.
 */
async function compare(ctx: Ctx, texts: readonly string[]) {
  const asked: { text: string; statement: Statement }[] = [];
  for (const text of texts) asked.push({ text, statement: await statementOf(ctx, query(text)) });
  const client = await ctx.pool.connect();
  const times = { search: [] as number[], straight: [] as number[] };
  for (const [at, { text, statement }] of asked.entries()) {
    const works = {
      search: () => searchArticles(ctx, query(text)),
      straight: () => client.query(statement.sql, statement.params),
    };
    const order = at % 2 === 0 ? (["search", "straight"] as const) : (["straight", "search"] as const);
    for (const name of order) {
      const startedMs = performance.now();
      await works[name]();
      times[name].push(performance.now() - startedMs);
    }
  }
  client.release();
  return { search: spreadOf(times.search), straight: spreadOf(times.straight) };
}

const figures: Record<string, unknown> = {};
if (isWanted("postgres")) {
  const server = await startPostgres({ memory: "1GB" });
  const { url } = await freshDatabase(server.url);
  figures.postgres = await measure(url, Number(asked ?? 100_000));
  await server.close();
}
if (isWanted("embedded")) figures.embedded = await measure(null, Number(asked ?? 20_000));
report("search-speed", figures);
process.exit(0);
