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
const copyOf = (table: string, id: string, others: string) =>
  `insert into ${table} (${id}, ${others}) select ${id} || '-' || n, ${others} from ${table}, generate_series($1::int, $2::int) n where ${id} not like '%-%'`;
const tables = [
  [
    "calls",
    "id",
    "direction, started_at, caller_number, agent_id, callback_order, input_hash, state, failure, received_at, processed_at",
  ],
  ["utterances", "call_id", "i, speaker, start_ms, end_ms, text, confidence, low_confidence"],
  [
    "qa_scores",
    "call_id",
    "score, band, items, rules_version, scored_at, direction, started_at, agent_id, title, agency, category, final_score, final_band, deducted, pending, decided, risk, risk_why, leading_risk",
  ],
] as const;
const copiesAtOnce = 50;
for (const [table, id, others] of tables)
  for (let from = 1; from <= copies; from += copiesAtOnce)
    await services.pool.query(copyOf(table, id, others), [from, Math.min(copies, from + copiesAtOnce - 1)]);
for (let from = 1; from <= copies; from += copiesAtOnce)
  await services.pool.query(
    `insert into orders select (jsonb_populate_record(o, jsonb_build_object('id', o.id || '-' || n, 'call_id', o.call_id || '-' || n))).*
     from orders o, generate_series($1::int, $2::int) n where o.call_id not like '%-%'`,
    [from, Math.min(copies, from + copiesAtOnce - 1)],
  );
await services.pool.query("analyze");
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
report(wanted >= 100_000 ? "rescore" : "rescore-small", {
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
