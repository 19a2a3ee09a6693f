import pg from "pg";
import { describe, expect, inject, test } from "vitest";
import { openChromium } from "./chromium.ts";
import { freshDatabase, startPostgres } from "./postgres.ts";
import { freshRedis, startRedis } from "./redis.ts";

const postgresUrl = inject("postgresUrl");
const redisUrl = inject("redisUrl");
const chromiumPath = inject("chromiumPath");

async function one(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return Object.values((await client.query<Record<string, unknown>>(statement)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

describe.skipIf(!postgresUrl)("PostgreSQL", () => {
  test("every test file gets a database of its own that understands vectors", async () => {
    const [first, second] = await Promise.all([freshDatabase(postgresUrl ?? ""), freshDatabase(postgresUrl ?? "")]);
    await one(first.url, "create table mine (id int)");
    expect(await one(first.url, "select to_regclass('mine') is not null")).toBe(true);
    expect(await one(second.url, "select to_regclass('mine') is not null")).toBe(false);
    expect(await one(first.url, "select '[1,2]'::halfvec <-> '[1,3]'::halfvec")).toBe(1);
    await Promise.all([first.drop(), second.drop()]);
  });

  test("a server that is crashed and started again keeps what was committed", async () => {
    const server = await startPostgres({ durable: true });
    await one(server.url, "create table kept as select 7 as figure");
    await server.stop("immediate");
    await expect(one(server.url, "select 1")).rejects.toThrow();
    await server.start();
    expect(await one(server.url, "select figure from kept")).toBe(7);
    await server.close();
  });
});

describe.skipIf(!redisUrl)("Redis", () => {
  test("every test file gets a database number of its own", async () => {
    expect(await freshRedis(redisUrl ?? "")).not.toBe(await freshRedis(redisUrl ?? ""));
  });

  test("a killed server starts again on the same address", async () => {
    const server = await startRedis();
    await server.stop();
    await expect(server.flush()).rejects.toThrow();
    await server.start();
    await server.flush();
    await server.close();
  });
});

test.skipIf(!chromiumPath)("Chromium shows Chinese words", async () => {
  const browser = await openChromium(chromiumPath ?? "");
  const page = await browser.newPage();
  await page.setContent("<h1>听诉</h1>");
  expect(await page.textContent("h1")).toBe("听诉");
  await browser.close();
});
