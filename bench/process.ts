import { draftFromCall } from "../src/classify/index.ts";
import { processOne } from "../src/pipeline/index.ts";
import { parseConfig } from "../src/platform/config.ts";
import { systemCtx } from "../src/platform/context.ts";
import { scoreByRubric } from "../src/qa/index.ts";
import { agenciesFor, clocksFor } from "../src/routing/index.ts";
import { openServices } from "../src/services.ts";
import { fortyUtterances, samplesOf, utterancesACall } from "./forty-utterances.ts";
import { report, round, timeEach } from "./measure.ts";

const timedCalls = 400;

const calls = fortyUtterances(samplesOf("inbound"), timedCalls);

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
