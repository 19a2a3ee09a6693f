import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { receiveAndRing } from "../../src/pipeline/index.ts";
import { parseConfig } from "../../src/platform/config.ts";
import { systemCtx } from "../../src/platform/context.ts";
import { type OpenServices, openServices } from "../../src/services.ts";
import { complaintCall } from "../support/calls.ts";
import { exactlyOnce, processingCounts } from "../support/exactly-once.ts";
import { freshDatabase, type PostgresServer, startPostgres } from "../support/postgres.ts";
import { freshRedis, type RedisServer, startRedis } from "../support/redis.ts";
import { startTingsu, until } from "../support/tingsu.ts";

const calls = 120;

describe.skipIf(inject("postgresUrl") === null || inject("redisUrl") === null)("PostgreSQL and Redis", () => {
  let postgres: PostgresServer;
  let redis: RedisServer;
  let env: Record<string, string>;
  let services: OpenServices;

  beforeEach(async () => {
    [postgres, redis] = await Promise.all([startPostgres({ durable: true }), startRedis()]);
    const database = await freshDatabase(postgres.url);
    env = {
      DATABASE_URL: database.url,
      REDIS_URL: await freshRedis(redis.url),
      AUTH_SECRET: "0123456789abcdef".repeat(4),
      SWEEP_SEC: "2",
    };
    services = await openServices(parseConfig({ ...env, LOG_LEVEL: "silent" }), { queues: true });
  });
  afterEach(async () => {
    await services.close();
    await Promise.all([postgres.close(), redis.close()]);
  });

  const receiveAll = async () => {
    const ctx = systemCtx(services, "test", new AbortController().signal, "test");
    for (let n = 0; n < calls; n++) await receiveAndRing(ctx, complaintCall(`s-${n}`));
  };
  const processed = async () => (await processingCounts(services.pool)).processed ?? 0;

  test("kill -9 a worker in the middle: another ends every call exactly once", async () => {
    await receiveAll();
    const first = await startTingsu("worker", env);
    await until(async () => (await processed()) > calls / 10, 30);
    await first.kill();
    const left = calls - (await processed());
    const second = await startTingsu("worker", env);
    await until(async () => (await processed()) === calls, 60);
    await second.stop();
    expect(left).toBeGreaterThan(0);
    expect(await processingCounts(services.pool)).toEqual(exactlyOnce(calls));
  });

  test("Redis flushed in the middle: every call ends processed exactly once", async () => {
    await receiveAll();
    const worker = await startTingsu("worker", env);
    await until(async () => (await processed()) > calls / 10, 30);
    await redis.flush();
    await until(async () => (await processed()) === calls, 90);
    await worker.stop();
    expect(await processingCounts(services.pool)).toEqual(exactlyOnce(calls));
  });

  test("Redis down: a call is still received at once, and processed when Redis is back", async () => {
    const worker = await startTingsu("worker", env);
    await redis.stop();
    const startedMs = performance.now();
    const ctx = systemCtx(services, "test", new AbortController().signal, "test");
    expect(await receiveAndRing(ctx, complaintCall("down"))).toMatchObject({ isNew: true });
    expect(performance.now() - startedMs).toBeLessThan(3_000);
    await redis.start();
    await until(async () => (await processed()) === 1, 60);
    await worker.stop();
  });

  test("PostgreSQL crashes for a moment: the worker lives on and ends every call exactly once", async () => {
    await receiveAll();
    const worker = await startTingsu("worker", env);
    await until(async () => (await processed()) > calls / 10, 30);
    await postgres.stop("immediate");
    await postgres.start();
    await until(async () => (await processed().catch(() => 0)) === calls, 90);
    expect(await worker.stop()).toBe(0);
    expect(await processingCounts(services.pool)).toEqual(exactlyOnce(calls));
  });
});
