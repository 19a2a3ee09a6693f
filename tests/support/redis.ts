import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { freePort } from "./free-port.ts";
import { reapWhenWeEnd } from "./reaper.ts";

/** A Redis server of our own; `url` names database 0. */
export type RedisServer = {
  url: string;
  /** Kills the server (SIGKILL): what was not on disk is lost. */
  stop(): Promise<void>;
  /** Starts it again on the same port and files. */
  start(): Promise<void>;
  /** Empties every database. */
  flush(): Promise<void>;
  /** Stops it and removes its folder. */
  close(): Promise<void>;
};

const databases = 512;

/** True when redis-server is on the path. */
export function hasRedis(): boolean {
  try {
    execFileSync("redis-server", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Starts a new Redis on a free port with an append-only file, as BullMQ wants it (noeviction). */
export async function startRedis(): Promise<RedisServer> {
  const dir = await mkdtemp(join(tmpdir(), "tingsu-redis-"));
  reapWhenWeEnd(dir);
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const settings = {
    port,
    bind: "127.0.0.1",
    dir,
    pidfile: join(dir, "redis.pid"),
    databases,
    appendonly: "yes",
    "maxmemory-policy": "noeviction",
    daemonize: "no",
    logfile: join(dir, "log"),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  let server = spawn("redis-server", args, { stdio: "ignore", detached: true });
  await untilAnswers(url);
  const stop = () => killed(server);
  return {
    url,
    stop,
    async start() {
      server = spawn("redis-server", args, { stdio: "ignore", detached: true });
      await untilAnswers(url);
    },
    flush: () => withRedis(url, async (redis) => void (await redis.flushall())),
    async close() {
      await stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** The address of a database of that server that no other test file has been given. */
export async function freshRedis(serverUrl: string): Promise<string> {
  const next = await withRedis(serverUrl, (redis) => redis.incr("tests:next-database"));
  if (next >= databases) throw new Error(`more than ${databases} test files asked for a Redis database`);
  return `${serverUrl}/${next}`;
}

async function withRedis<T>(url: string, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  redis.on("error", () => undefined);
  try {
    await redis.connect();
    return await work(redis);
  } finally {
    redis.disconnect();
  }
}

async function untilAnswers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const answer = await withRedis(url, (redis) => redis.ping()).catch(() => null);
    if (answer === "PONG") return;
    await sleep(25);
  }
  throw new Error("Redis did not answer within 5 s");
}

function killed(server: ReturnType<typeof spawn>): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once("exit", () => resolve());
    server.kill("SIGKILL");
  });
}
