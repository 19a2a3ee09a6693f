import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { sampleFiles } from "../evals/sample-files.ts";
import { Call } from "../src/orders/index.ts";
import { processOne } from "../src/pipeline/index.ts";
import { parseConfig } from "../src/platform/config.ts";
import { systemCtx } from "../src/platform/context.ts";
import { listRescores, runRescore, startRescore } from "../src/qa/index.ts";
import { openServices } from "../src/services.ts";
import { freshDatabase, startPostgres } from "../tests/support/postgres.ts";
import { report, round } from "./measure.ts";

/**
 * Scores all calls anew on PostgreSQL, as after a change of the rubric. The calls are copies of our samples, processed once each and copied in the
 * database. `node scripts/run-ts.mjs bench/rescore.ts [calls]`
 */
const wanted = Number(process.argv[2] ?? 100_000);
const mostSeconds = 15 * 60;

const samples = sampleFiles("inbound")
  .flatMap((file) => readFileSync(file, "utf8").split("\n"))
  .filter(Boolean)
  .map((line) => Call.parse(JSON.parse(line)))
  .filter((call) => call.direction === "inbound")
  .slice(0, 100)
  .map((call, at) => ({ ...call, id: `s${at}`, agentId: `A${at % 20}` }));

const server = await startPostgres();
const database = await freshDatabase(server.url);
const settings = {
  RULES_DIR: "rules",
  DATA_DIR: "memory://",
  LOG_LEVEL: "error",
  DATABASE_URL: database.url,
  AUTH_SECRET: "0123456789abcdef".repeat(4),
};
const services = await openServices(parseConfig(settings), { queues: false });
const ctx = systemCtx(services, "bench", new AbortController().signal, "bench");
for (const call of samples) await processOne(ctx, call);

const copies = Math.ceil(wanted / samples.length) - 1;
const tables = [
  ["calls", "id"],
  ["utterances", "call_id"],
  ["orders", "call_id"],
  ["qa_scores", "call_id"],
] as const;
/** Copies are made without the time limit that the product's own statements have, from a table that does not grow meanwhile. */
const client = await services.pool.connect();
await client.query("set statement_timeout = 0");
for (const [table, id] of tables) {
  const { rows: columns } = await client.query<{ name: string }>(
    "select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1",
    [table],
  );
  const names = columns.map(({ name }) => name);
  const copied = names.map((name) =>
    name === id || (table === "orders" && name === "id") ? `${name} || '-' || n` : name,
  );
  await client.query(`create temp table seed_${table} as select * from ${table}`);
  const from = `seed_${table}, generate_series(1, $1::int) n`;
  await client.query(`insert into ${table} (${names.join(", ")}) select ${copied.join(", ")} from ${from}`, [copies]);
}
await client.query("analyze");
await client.query("reset statement_timeout");
client.release();
const { rows } = await services.pool.query("select count(*)::int as n from utterances");

const newRules = { ...ctx, rules: { ...ctx.rules, version: "bench-version" } };
const run = await startRescore(newRules);
const startedMs = performance.now();
await runRescore(newRules, { id: run.id });
const seconds = (performance.now() - startedMs) / 1000;
const [done] = (await listRescores(newRules)).items;
const old = await services.pool.query("select count(*)::int as n from qa_old_scores");
await services.close();
await database.drop();
await server.close();
report("rescore", {
  calls: run.total,
  utterances: rows[0]?.n,
  seconds: round(seconds),
  callsPerSec: round(run.total / seconds),
  done: done?.done,
  state: done?.state,
  oldScoresKept: old.rows[0]?.n,
  loadAfter: round(loadavg()[0] ?? 0),
  memoryMb: round(process.memoryUsage.rss() / 1e6),
});
process.exit(wanted >= 100_000 && seconds > mostSeconds ? 1 : 0);
