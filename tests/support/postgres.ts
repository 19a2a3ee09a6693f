import { existsSync, readdirSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "./free-port.ts";
import { reapWhenWeEnd } from "./reaper.ts";
import { runCommand } from "./run-command.ts";

/** A PostgreSQL cluster of our own; `url` names its database `postgres`. */
export type PostgresServer = {
  url: string;
  /** Stops the server: "immediate" is a crash (recovery at the next start), "fast" a clean end. */
  stop(mode: "immediate" | "fast"): Promise<void>;
  /** Starts it again on the same port and data. */
  start(): Promise<void>;
  /** Stops it and removes its folder. */
  close(): Promise<void>;
};

/** The folder of initdb and pg_ctl, newest version first; null when PostgreSQL is not installed. */
export function findPostgres(): string | null {
  const roots = ["/usr/lib/postgresql", "/opt/homebrew/opt"].filter((root) => existsSync(root));
  const dirs = roots.flatMap((root) => readdirSync(root).map((name) => join(root, name, "bin")));
  const found = dirs.filter((dir) => existsSync(join(dir, "initdb")));
  const version = (dir: string) => Number(/(\d+)\/bin$/.exec(dir)?.[1] ?? 0);
  return found.sort((a, b) => version(b) - version(a))[0] ?? null;
}

/**
 * Starts a new cluster on a free port, trusted from this machine. `durable` keeps fsync on, for tests that crash it; `memory` is
 * what it keeps of its tables in memory, as compose.yaml sets it.
 */
export async function startPostgres(options: { durable?: boolean; memory?: string } = {}): Promise<PostgresServer> {
  const bin = findPostgres();
  if (!bin) throw new Error("PostgreSQL is not installed: run scripts/install-services.sh");
  const dir = await mkdtemp(join(tmpdir(), "tingsu-postgres-"));
  await chmod(dir, 0o755);
  if (process.getuid?.() === 0) await runCommand("chown", ["postgres:", dir]);
  reapWhenWeEnd(dir);
  const data = join(dir, "data");
  await asOwner([join(bin, "initdb"), "-D", data, "-U", "app", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"]);
  const port = await freePort();
  const sync = options.durable ? "" : "-c fsync=off -c synchronous_commit=off -c full_page_writes=off";
  const memory = options.memory ? `-c shared_buffers=${options.memory}` : "";
  const serverOptions = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${dir} -c max_connections=200 ${memory} ${sync}`;
  const control = (...args: string[]) =>
    asOwner([join(bin, "pg_ctl"), "-D", data, "-l", join(dir, "log"), "-w", ...args]);
  const start = () => control("-o", serverOptions, "start");
  await start();
  return {
    url: `postgres://app@127.0.0.1:${port}/postgres`,
    start,
    stop: (mode) => control("-m", mode, "stop"),
    async close() {
      await control("-m", "immediate", "stop").catch(() => undefined);
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root. */
async function asOwner(command: string[]): Promise<void> {
  const words = process.getuid?.() === 0 ? ["runuser", "-u", "postgres", "--", ...command] : command;
  const [program = "", ...args] = words;
  await runCommand(program, args);
}

let made = 0;

/**
 * Makes an empty database with pgvector on the server of `serverUrl`, one for each test file.
 * Returns its address and `drop`, which ends the connections left open.
 */
export async function freshDatabase(serverUrl: string): Promise<{ url: string; drop(): Promise<void> }> {
  made += 1;
  const name = `t_${process.pid}_${made}_${Math.random().toString(36).slice(2, 8)}`;
  await runSql(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await runSql(url.href, "create extension vector");
  return { url: url.href, drop: () => runSql(serverUrl, `drop database if exists ${name} with (force)`) };
}

async function runSql(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
