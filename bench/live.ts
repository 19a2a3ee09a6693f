import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createUser } from "../src/http/index.ts";
import { Call, type Utterance } from "../src/orders/index.ts";
import { parseConfig } from "../src/platform/config.ts";
import { systemCtx } from "../src/platform/context.ts";
import { openServices } from "../src/services.ts";
import { freshDatabase, startPostgres } from "../tests/support/postgres.ts";
import { demoCookie, startTingsu, type Tingsu } from "../tests/support/tingsu.ts";
import { report, round, spreadOf } from "./measure.ts";

/**
 * A hundred calls at once through HTTP, an utterance every 4 s each for a minute: from the post to the event at the panel, which
 * then asks for the call as the screen does. Server and panels share the machine. `node scripts/run-ts.mjs bench/live.ts [calls]`
 */
const calls = Number(process.argv[2] ?? 100);
const everyMs = 4_000;
const utterancesEach = 15;

const samples = (await readFile("evals/inbound/samples.jsonl", "utf8"))
  .split("\n")
  .filter(Boolean)
  .map((line) => Call.parse(JSON.parse(line)));

/** As many utterances as a minute holds, from one sample after the other where one is too short. */
function speech(n: number): Utterance[] {
  const spoken: Utterance[] = [];
  for (let at = n; spoken.length < utterancesEach; at++)
    spoken.push(...(samples[at % samples.length]?.utterances ?? []));
  return spoken
    .slice(0, utterancesEach)
    .map((each, i) => ({ ...each, i, startMs: i * everyMs, endMs: (i + 1) * everyMs - 500 }));
}

type Times = { eventMs: number[]; answerMs: number[]; viewMs: number[]; lost: number };

/** Says one call and listens to it as its panel does. */
async function runCall(server: Tingsu, cookie: string, n: number, times: Times): Promise<void> {
  const url = `${server.url}/api/calls/live-${n}`;
  const headers = { "content-type": "application/json", origin: server.url, cookie };
  const post = async (body: object) => {
    const answer = await fetch(`${url}/utterances`, { method: "POST", headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
  };
  const head = { direction: "inbound", startedAt: "2026-03-05T09:12:00+08:00", callerNumber: `1380000${1000 + n}` };
  await post({ call: head, utterances: [] });
  const leaving = new AbortController();
  const stream = await fetch(`${url}/events`, { headers, signal: leaving.signal });
  let heard: (() => void) | null = null;
  void listen(stream, () => {
    heard?.();
    heard = null;
  }).catch(() => {});
  await wait((n / calls) * everyMs);
  for (const utterance of speech(n)) {
    const startedMs = performance.now();
    const event = new Promise<void>((resolve) => {
      heard = resolve;
    }).then(async () => {
      times.eventMs.push(performance.now() - startedMs);
      await (await fetch(url, { headers })).arrayBuffer();
      times.viewMs.push(performance.now() - startedMs);
    });
    await post({ utterances: [utterance] });
    times.answerMs.push(performance.now() - startedMs);
    const isHeard = await Promise.race([event.then(() => true), wait(everyMs, false)]);
    if (!isHeard) times.lost += 1;
    await wait(Math.max(0, everyMs - (performance.now() - startedMs)));
  }
  leaving.abort();
}

async function listen(stream: Response, drafted: () => void): Promise<void> {
  const decoder = new TextDecoder();
  for await (const chunk of stream.body ?? []) if (decoder.decode(chunk).includes('"drafted"')) drafted();
}

async function measure(server: Tingsu, cookie: string): Promise<object> {
  const times: Times = { eventMs: [], answerMs: [], viewMs: [], lost: 0 };
  const loadBefore = round(loadavg()[0] ?? 0);
  await Promise.all(Array.from({ length: calls }, (_, n) => runCall(server, cookie, n, times)));
  return {
    postToEvent: spreadOf(times.eventMs),
    postToAnswer: spreadOf(times.answerMs),
    postToViewRead: spreadOf(times.viewMs),
    eventsLost: times.lost,
    loadBefore,
    loadAfter: round(loadavg()[0] ?? 0),
  };
}

async function onEmbedded(): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), "tingsu-bench-"));
  const server = await startTingsu("serve", { DATA_DIR: folder });
  // The sample calls of the demo are worked on first.
  await wait(8_000);
  const figures = await measure(server, await demoCookie(server.url, "agent"));
  await server.stop();
  await rm(folder, { recursive: true, force: true });
  return figures;
}

async function onPostgres(): Promise<object> {
  const postgres = await startPostgres({ durable: true });
  const { url } = await freshDatabase(postgres.url);
  const env = { DATABASE_URL: url, AUTH_SECRET: randomUUID() };
  const [username, password] = ["bench.agent", randomUUID()];
  const services = await openServices(parseConfig({ ...env, RULES_DIR: "rules", LOG_LEVEL: "error" }), {
    queues: false,
  });
  const ctx = systemCtx(services, "bench", new AbortController().signal, "bench");
  await createUser(ctx, { username, password, name: "坐席", role: "agent", agentId: "A1", agency: null });
  await services.close();
  const server = await startTingsu("serve", env);
  const signedIn = await fetch(`${server.url}/api/auth/sign-in/username`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.url },
    body: JSON.stringify({ username, password }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  const figures = await measure(server, cookie);
  await server.stop();
  await postgres.close();
  return figures;
}

report("live", { calls, everyMs, utterancesEach, embedded: await onEmbedded(), postgres: await onPostgres() });
process.exit(0);
