import { readFileSync } from "node:fs";
import { sampleFiles } from "../evals/sample-files.ts";
import { draftFromCall } from "../src/classify/index.ts";
import { Call } from "../src/orders/index.ts";
import { processOne } from "../src/pipeline/index.ts";
import { parseConfig } from "../src/platform/config.ts";
import { systemCtx } from "../src/platform/context.ts";
import { scoreByRubric } from "../src/qa/index.ts";
import { agenciesFor, clocksFor } from "../src/routing/index.ts";
import { openServices } from "../src/services.ts";
import { report, round, timeEach } from "./measure.ts";

const utterancesACall = 40;
const timedCalls = 400;
const betweenTurnsMs = 500;

/** Calls of exactly forty utterances: a sample, and turns of the ones after it until it is long enough. */
function fortyUtterances(samples: readonly Call[], at: number): Call {
  const turns: Call["utterances"] = [];
  for (let next = at; turns.length < utterancesACall; next++) {
    const fromMs = (turns.at(-1)?.endMs ?? -betweenTurnsMs) + betweenTurnsMs;
    for (const turn of samples[next % samples.length]?.utterances ?? []) {
      turns.push({ ...turn, startMs: turn.startMs + fromMs, endMs: turn.endMs + fromMs });
    }
  }
  const [first] = samples;
  if (!first) throw new Error("no samples");
  const utterances = turns.slice(0, utterancesACall).map((turn, i) => ({ ...turn, i }));
  return { ...first, id: `bench-${at}`, utterances };
}

const samples = sampleFiles("inbound")
  .flatMap((file) => readFileSync(file, "utf8").split("\n"))
  .filter(Boolean)
  .map((line) => Call.parse(JSON.parse(line)));
const calls = Array.from({ length: timedCalls }, (_, at) => fortyUtterances(samples, at));

const settings = { RULES_DIR: "rules", DATA_DIR: "memory://", LOG_LEVEL: "error" };
const services = await openServices(parseConfig(settings), { queues: false });
const { rules } = services;
const ctx = systemCtx(services, "bench", new AbortController().signal, "bench");

const engines = await timeEach(calls, (call) => {
  const draft = draftFromCall(rules, call);
  agenciesFor(rules, { draft, call });
  clocksFor(rules, { ...draft, direction: call.direction, startedAt: call.startedAt });
  scoreByRubric(rules, call, draft);
});
const half = timedCalls / 2;
const withDatabase = await timeEach(calls.slice(0, half), (call) => processOne(ctx, call), 0);
const startedMs = performance.now();
const rest = calls.slice(half);
while (rest.length) await Promise.all(rest.splice(0, 4).map((call) => processOne(ctx, call)));
const callsPerSec = round((half * 1000) / (performance.now() - startedMs));
const memoryMb = round(process.memoryUsage.rss() / 1e6);
await services.close();
report("process", { utterancesACall, engines, withDatabase, fourTogether: { callsPerSec }, memoryMb });
process.exit(0);
