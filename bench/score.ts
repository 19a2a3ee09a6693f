// npm run bench -- bench/score.ts
// Times the rules alone, without a database: the score of a call and the reading of a callback, both of forty utterances.
import { readCallback } from "../src/callback/index.ts";
import { draftFromCall } from "../src/classify/index.ts";
import { parseConfig } from "../src/platform/config.ts";
import { scoreByRubric } from "../src/qa/index.ts";
import { openServices } from "../src/services.ts";
import { fortyUtterances, samplesOf, utterancesACall } from "./forty-utterances.ts";
import { report, timeEach } from "./measure.ts";

const timedCalls = 400;

const settings = { RULES_DIR: "rules", DATA_DIR: "memory://", LOG_LEVEL: "error" };
const services = await openServices(parseConfig(settings), { queues: false });
const { rules } = services;

const inbound = fortyUtterances(samplesOf("inbound"), timedCalls);
const drafts = new Map(inbound.map((call) => [call.id, draftFromCall(rules, call)]));
const callbacks = fortyUtterances(samplesOf("callbacks"), timedCalls);

const score = await timeEach(inbound, (call) => {
  const draft = drafts.get(call.id);
  if (draft) scoreByRubric(rules, call, draft);
});
const read = await timeEach(callbacks, (call) => readCallback(rules, call));
report("score", { utterancesACall, score, readCallback: read });
await services.close();
