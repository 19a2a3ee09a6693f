import {
  createPostgresBackend,
  type PostgresConnectionOptions,
  Queue,
  runMigrations,
  UnrecoverableError,
  Worker,
  withBackend,
} from "bullmq";
import { Redis } from "ioredis";
import type pg from "pg";
import type { Ctx } from "./context.ts";
import { AppError, faults } from "./errors.ts";
import { type Job, JobPayload, type Ring } from "./jobs.ts";
import type { Log } from "./log.ts";
import { within } from "./within.ts";

/** Where the bells hang: Redis by address, or BullMQ's tables in our own PostgreSQL or PGlite. */
export type QueueBackend = { kind: "redis"; url: string } | { kind: "postgres"; pool: pg.Pool };

const onPostgres = withBackend(createPostgresBackend);
const ringTimeoutMs = 2_000;
const idleSignal = new AbortController().signal;

/** Makes BullMQ's own tables; on Redis refuses a server that would throw jobs away when it is full. */
export async function prepareQueues(backend: QueueBackend): Promise<void> {
  if (backend.kind === "redis") return refuseEviction(backend.url);
  const client = await backend.pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
}

async function refuseEviction(url: string): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  redis.on("error", () => {});
  try {
    await redis.connect();
    const [, policy] = (await redis.config("GET", "maxmemory-policy")) as string[];
    const isSafe = policy === undefined || policy === "noeviction";
    if (!isSafe) throw new AppError("invalid", `Redis 的 maxmemory-policy 必须是 noeviction，现在是 ${policy}`);
  } finally {
    redis.disconnect();
  }
}

/** One queue a job. `ring` never throws: a bell that cannot be rung is logged, and the sweep rings it later. */
export function openQueues(jobs: readonly Job[], backend: QueueBackend, log: Log) {
  const queues = new Map(jobs.map((job) => [job.name, openQueue(job.name, backend)]));
  for (const [name, queue] of queues)
    queue.on("error", (error) => log.warn({ queue: name, error: error.message }, "queue"));
  const ring: Ring = async (job, payload) => {
    const add = async () =>
      queues.get(job.name)?.add(job.name, payload, {
        deduplication: { id: payload.id },
        attempts: job.attempts,
        backoff: { type: "exponential", delay: 1_000, jitter: 0.5 },
        removeOnComplete: true,
        removeOnFail: true,
      });
    await within(idleSignal, ringTimeoutMs, add).catch((error: Error) =>
      log.warn({ job: job.name, id: payload.id, error: error.message }, "ring failed; the sweep will ring again"),
    );
  };
  return { ring, close: () => Promise.all([...queues.values()].map((queue) => queue.close())) };
}

function openQueue(name: string, backend: QueueBackend) {
  return backend.kind === "redis"
    ? new Queue(name, { connection: { ...redisOptions(backend.url), enableOfflineQueue: false } })
    : new onPostgres.Queue(name, { connection: asBull(backend.pool) });
}

/** Runs the jobs until `close`, which lets the running ones end. A killed worker's job starts again after about 10 s. */
export function startWorkers(
  jobs: readonly Job[],
  backend: QueueBackend,
  log: Log,
  ctxFor: (job: string, signal: AbortSignal, requestId: string) => Ctx,
) {
  const stopping = new AbortController();
  const workers = jobs.map((job) => {
    const worker = openWorker(job, backend, (item) => attempt(job, item, stopping.signal, ctxFor));
    worker.on("error", (error) => log.warn({ queue: job.name, error: error.message }, "worker"));
    return worker;
  });
  return {
    async close(graceMs = 25_000) {
      const timer = setTimeout(() => stopping.abort(new Error("shutting down")), graceMs);
      await Promise.all(workers.map((worker) => worker.close()));
      clearTimeout(timer);
    },
  };
}

type QueueItem = { id?: string | undefined; data: unknown; attemptsMade: number };

async function attempt(
  job: Job,
  item: QueueItem,
  stopping: AbortSignal,
  ctxFor: (job: string, signal: AbortSignal, requestId: string) => Ctx,
): Promise<void> {
  const payload = JobPayload.parse(item.data);
  const requestId = `job:${job.name}:${item.id ?? payload.id}`;
  try {
    await within(stopping, job.timeoutSec * 1000, (signal) => job.run(ctxFor(job.name, signal, requestId), payload));
  } catch (error) {
    const isFinal = error instanceof AppError && !faults[error.fault].retry;
    const isLast = item.attemptsMade + 1 >= job.attempts;
    if (!isFinal && !isLast) throw error;
    const reason = error instanceof AppError ? error.message : "处理出错，已转人工";
    await job.giveUp(ctxFor(job.name, idleSignal, requestId), payload, reason);
    throw new UnrecoverableError(error instanceof Error ? error.message : String(error));
  }
}

function openWorker(job: Job, backend: QueueBackend, run: (item: QueueItem) => Promise<void>) {
  // The defaults leave a killed worker's job for 59 to 62 s, and two kills fail it for good.
  const options = { concurrency: job.concurrency, lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 2 };
  return backend.kind === "redis"
    ? new Worker(job.name, run, {
        connection: { ...redisOptions(backend.url), maxRetriesPerRequest: null },
        ...options,
      })
    : new onPostgres.Worker(job.name, run, { connection: asBull(backend.pool), ...options });
}

/** BullMQ's own type of a pool leaves out that a pg.Pool is one. */
const asBull = (pool: pg.Pool) => pool as unknown as PostgresConnectionOptions;

function redisOptions(url: string) {
  const { hostname, port, username, password, pathname, protocol } = new URL(url);
  return {
    host: hostname,
    port: Number(port || 6379),
    ...(username ? { username: decodeURIComponent(username) } : {}),
    ...(password ? { password: decodeURIComponent(password) } : {}),
    ...(pathname.length > 1 ? { db: Number(pathname.slice(1)) } : {}),
    ...(protocol === "rediss:" ? { tls: {} } : {}),
    retryStrategy: (times: number) => Math.min(times * 200, 2_000),
  };
}
