import { chmodSync, mkdirSync, realpathSync } from "node:fs";
import pg from "pg";
import { Engine } from "./engine.ts";
import { lockFolder } from "./folder-lock.ts";
import { Wire } from "./wire.ts";

export type EmbeddedOptions = {
  /** A folder, made 0700 and locked to this process, or "memory://". */
  dataDir: string;
  setup?: readonly string[];
  /** Clients are light here. */
  maxClients?: number;
  idleInTransactionMs?: number;
  killTransactionMs?: number;
};

/**
 * A genuine pg.Pool whose clients speak the PostgreSQL wire protocol to a PGlite in a worker thread instead of to a socket:
 * parsing, types, errors and pooling are node-postgres' own, so the application knows one driver in every mode.
 * Shared by all clients, unlike real PostgreSQL: session SETs, temporary tables, session advisory locks. Use SET LOCAL.
 */
export class EmbeddedPool extends pg.Pool {
  readonly #engine: Engine;
  readonly #unlock: () => void;

  /** Throws AppError `unavailable` when another process is on the folder. */
  static async open(options: EmbeddedOptions): Promise<EmbeddedPool> {
    let dataDir = options.dataDir;
    let unlock = () => {};
    if (!dataDir.startsWith("memory:")) {
      mkdirSync(dataDir, { recursive: true, mode: 0o700 });
      chmodSync(dataDir, 0o700);
      dataDir = realpathSync(dataDir);
      unlock = await lockFolder(dataDir);
    }
    const pool = new EmbeddedPool({ ...options, dataDir }, unlock);
    try {
      await pool.#engine.ready;
    } catch (error) {
      unlock();
      throw error;
    }
    return pool;
  }

  private constructor(options: EmbeddedOptions, unlock: () => void) {
    let open = (): Wire => {
      throw new Error("the embedded database is not open yet");
    };
    super({ max: options.maxClients ?? 50, stream: () => open() });
    const { setup = [], idleInTransactionMs = 10_000, killTransactionMs = 60_000, dataDir } = options;
    const engine = new Engine({ dataDir, setup, idleInTransactionMs, killTransactionMs }, (error) => {
      if (this.listenerCount("error") && !this.ending) this.emit("error", error);
    });
    open = () => engine.open();
    this.#engine = engine;
    this.#unlock = unlock;
    this.on("acquire", (client) => engine.released(wireOf(client), false));
    this.on("release", (_error, client) => engine.released(wireOf(client), true));
  }

  override async end(): Promise<void> {
    await super.end();
    await this.#engine.close();
    this.#unlock();
  }
}

/** node-postgres keeps the stream it was given on its connection, which its types do not show. */
function wireOf(client: object): Wire {
  const stream = (client as { connection?: { stream?: unknown } }).connection?.stream;
  if (stream instanceof Wire) return stream;
  throw new Error("this client is not of the embedded pool");
}
