import { readFileSync } from "node:fs";
import { draftFromCall } from "../src/classify/index.ts";
import { Call } from "../src/orders/index.ts";
import { parseConfig } from "../src/platform/config.ts";
import { scoreByRubric } from "../src/qa/index.ts";
import { agenciesFor, clocksFor } from "../src/routing/index.ts";
import { openServices } from "../src/services.ts";
import { report, round } from "./measure.ts";

/** Ten thousand calls through the engines alone: the heap after a collection must not grow with their number. */
const calls = 10_000;
const every = 1_000;

const samples = readFileSync("evals/inbound/samples.jsonl", "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => Call.parse(JSON.parse(line)));
const settings = { RULES_DIR: "rules", DATA_DIR: "memory://", LOG_LEVEL: "error" };
const services = await openServices(parseConfig(settings), { queues: false });
const { rules } = services;
await services.close();

/** No two calls have the same words, so that a cache that grows with them is seen. */
function callNumber(n: number): Call {
  const sample = samples[n % samples.length];
  if (!sample) throw new Error("no samples");
  const utterances = sample.utterances.map((each) => ({ ...each, text: `${each.text}编号${n}。` }));
  return { ...sample, id: `memory-${n}`, utterances };
}

const heapMb = (): number => {
  globalThis.gc?.();
  return round(process.memoryUsage().heapUsed / 1e6);
};

const heapAfterMb: Record<number, number> = {};
for (let n = 0; n < calls; n++) {
  const call = callNumber(n);
  const draft = draftFromCall(rules, call);
  agenciesFor(rules, { draft, call });
  clocksFor(rules, { ...draft, direction: call.direction, startedAt: call.startedAt });
  scoreByRubric(rules, call, draft);
  if ((n + 1) % every === 0) heapAfterMb[n + 1] = heapMb();
}
const [first = 0, last = 0] = [heapAfterMb[every], heapAfterMb[calls]];
const growthKbPerCall = round(((last - first) * 1e3) / (calls - every));
report("memory", { calls, heapAfterMb, growthKbPerCall, rssMb: round(process.memoryUsage.rss() / 1e6) });
process.exit(0);
