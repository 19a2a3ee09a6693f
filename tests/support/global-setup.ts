import type { TestProject } from "vitest/node";
import { buildImportReader } from "../../scripts/build.mjs";
import { findChromium } from "./chromium.ts";
import { findPostgres, freshDatabase, type PostgresServer, startPostgres } from "./postgres.ts";
import { hasRedis, type RedisServer, startRedis } from "./redis.ts";

declare module "vitest" {
  /** What `inject(name)` gives in a test: the address of the server of this run, or null where it is missing. */
  export interface ProvidedContext {
    postgresUrl: string | null;
    redisUrl: string | null;
    chromiumPath: string | null;
  }
}

type Servers = { postgres: PostgresServer | null; redis: RedisServer | null };

// Every vitest project loads this file by itself; one run still has one server of each sort.
const shared = globalThis as {
  tingsuTestServers?: Promise<Servers> | undefined;
  tingsuImportReader?: Promise<void> | undefined;
};

/** Starts one PostgreSQL and one Redis for the whole run and tells the tests where they are. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.tingsuTestServers ??= startServers();
  // The thread that reads imported files cannot run from the sources.
  shared.tingsuImportReader ??= buildImportReader();
  await shared.tingsuImportReader;
  const { postgres, redis } = await shared.tingsuTestServers;
  project.provide("postgresUrl", postgres?.url ?? null);
  project.provide("redisUrl", redis?.url ?? null);
  project.provide("chromiumPath", findChromium());
  return stopServers;
}

async function startServers(): Promise<Servers> {
  const [postgres, redis] = await Promise.all([
    findPostgres() ? startPostgresWithVector() : null,
    hasRedis() ? startRedis() : null,
  ]);
  return { postgres, redis };
}

/** A PostgreSQL without pgvector cannot hold our tables: it counts as missing. */
async function startPostgresWithVector(): Promise<PostgresServer | null> {
  const server = await startPostgres();
  try {
    await (await freshDatabase(server.url)).drop();
    return server;
  } catch (error) {
    console.error(`PostgreSQL is here but pgvector is not: ${error instanceof Error ? error.message : error}`);
    await server.close();
    return null;
  }
}

async function stopServers(): Promise<void> {
  const running = shared.tingsuTestServers;
  shared.tingsuTestServers = undefined;
  const servers = await running;
  await Promise.all([servers?.postgres?.close(), servers?.redis?.close()]);
}
