import { readFileSync } from "node:fs";
import { Call } from "../src/orders/index.ts";
import { processOne } from "../src/pipeline/index.ts";
import { parseConfig } from "../src/platform/config.ts";
import { systemCtx } from "../src/platform/context.ts";
import { openServices } from "../src/services.ts";
import { report, round, timeEach } from "./measure.ts";

/** From a call to its whole result, rows and audit written, on the embedded database in memory: one at a time, then four together. */
const samples = readFileSync("evals/inbound/samples.jsonl", "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => Call.parse(JSON.parse(line)));
const calls = Array.from({ length: 400 }, (_, n) => {
  const sample = samples[n % samples.length];
  if (!sample) throw new Error("no samples");
  return { ...sample, id: `bench-${n}` };
});
const meanUtterances = round(calls.reduce((sum, call) => sum + call.utterances.length, 0) / calls.length);

const settings = { RULES_DIR: "rules", DATA_DIR: "memory://", LOG_LEVEL: "error" };
const services = await openServices(parseConfig(settings), { queues: false });
const ctx = systemCtx(services, "bench", new AbortController().signal, "bench");
const alone = await timeEach(calls.slice(0, 200), (call) => processOne(ctx, call), 0);

const startedMs = performance.now();
const rest = calls.slice(200);
while (rest.length) await Promise.all(rest.splice(0, 4).map((call) => processOne(ctx, call)));
const callsPerSec = round(200_000 / (performance.now() - startedMs));
const memoryMb = round(process.memoryUsage.rss() / 1e6);
await services.close();
report("process", { meanUtterances, alone, fourTogether: { callsPerSec }, memoryMb });
process.exit(0);
