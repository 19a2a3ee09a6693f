import { Worker } from "node:worker_threads";
import pg from "pg";
import { cstring, failure, frame, int32, readyIdle } from "./frames.ts";
import { Wire } from "./wire.ts";

export type EngineOptions = {
  dataDir: string;
  /** SQL run once at every start: extensions, search_path. */
  setup: readonly string[];
  /** After this long, those who wait behind an idle transaction get 55P03. */
  idleInTransactionMs: number;
  /** After this long, the idle transaction itself is rolled back. */
  killTransactionMs: number;
};

type Batch = { wire: Wire; data: Buffer; silent: boolean; unlisten: boolean };
type Reply = { data: Uint8Array; status?: string; notes: Uint8Array[] };
type WorkerMessage = { ready?: [string, string][]; fatal?: string } & Partial<Reply>;

/**
 * One PGlite in a worker thread, shared by many wires. PGlite has one session: a client owns it from the start of a
 * batch until the server says "idle" again (a whole transaction, that is); the others wait their turn, first come first served.
 */
export class Engine {
  ready: Promise<void> = Promise.resolve();
  readonly #options: EngineOptions;
  readonly #onDead: (error: Error) => void;
  #worker: Worker | undefined;
  #ended: Promise<unknown> = Promise.resolve();
  #wires = new Set<Wire>();
  #queue: Batch[] = [];
  #running: Batch | undefined;
  #holder: Wire | undefined;
  #timer: NodeJS.Timeout | undefined;
  #parameters: [string, string][] = [];
  #dead: Error | undefined;
  #closing = false;
  #lastId = 0;

  constructor(options: EngineOptions, onDead: (error: Error) => void) {
    this.#options = options;
    this.#onDead = onDead;
    this.#start();
  }

  #start() {
    this.#dead = undefined;
    this.ready = this.#ended.then(() => new Promise<void>((resolve, reject) => this.#spawn(resolve, reject)));
    this.ready.catch(() => {});
  }

  #spawn(resolve: () => void, reject: (error: Error) => void) {
    const { dataDir, setup } = this.#options;
    const worker = new Worker(new URL("./worker.mjs", import.meta.url), {
      workerData: { dataDir, setup },
      execArgv: [],
    });
    this.#worker = worker;
    let over = false;
    const die = (error: Error) => {
      if (over) return;
      over = true;
      this.#dead = error;
      this.#ended = worker.terminate();
      reject(error);
      clearTimeout(this.#timer);
      this.#queue = [];
      this.#running = undefined;
      this.#holder = undefined;
      for (const wire of this.#wires) wire.destroy(error);
      if (!this.#closing) this.#onDead(error);
    };
    worker.on("message", (message: WorkerMessage) => {
      if (message.ready) {
        this.#parameters = message.ready;
        resolve();
      } else if (message.fatal) die(new Error(`embedded database failed: ${message.fatal}`));
      else if (!over && message.data) this.#reply({ notes: [], ...message, data: message.data });
    });
    worker.on("error", die);
    worker.on("exit", () => die(new Error("embedded database worker ended")));
  }

  /** A new client. After a crash it starts the database again, as PostgreSQL's postmaster would. */
  open(): Wire {
    if (this.#dead && !this.#closing && !this.#options.dataDir.startsWith("memory:")) this.#start();
    this.#lastId += 1;
    const wire = new Wire(this, this.#lastId);
    this.#wires.add(wire);
    return wire;
  }

  greeting(id: number): Buffer {
    const parameters = this.#parameters.map(([name, value]) => frame("S", name, value));
    return Buffer.concat([frame("R", int32(0)), ...parameters, frame("K", int32(id), int32(0)), readyIdle()]);
  }

  submit(batch: Batch) {
    if (this.#dead) {
      batch.wire.destroy(this.#dead);
      return;
    }
    this.#queue.push(batch);
    this.#pump();
  }

  /** Back in the pool with a transaction open: roll it back. */
  released(wire: Wire, is: boolean) {
    wire.released = is;
    if (is) this.#settle(wire);
  }

  gone(wire: Wire) {
    this.#wires.delete(wire);
    this.#queue = this.#queue.filter((batch) => batch.wire !== wire);
    const sql = [...wire.statements].map((name) => `deallocate ${pg.escapeIdentifier(name)}`);
    if (wire.channels.size) sql.push("unlisten *");
    wire.statements.clear();
    wire.channels.clear();
    this.#settle(wire);
    for (const statement of sql) this.#inject(wire, statement);
  }

  async close() {
    this.#closing = true;
    await this.ready.catch(() => {});
    const worker = this.#worker;
    if (!this.#dead && worker) {
      await new Promise<unknown>((resolve) => {
        worker.once("exit", resolve);
        worker.postMessage("close");
      });
    }
    await this.#ended;
  }

  #inject(wire: Wire, sql: string, first = false) {
    if (this.#dead) return;
    // Sync first: leaves a half-sent batch.
    const data = Buffer.concat([frame("S"), frame("Q", sql)]);
    const batch = { wire, data, silent: true, unlisten: sql === "unlisten *" };
    if (first) this.#queue.unshift(batch);
    else this.#queue.push(batch);
    this.#pump();
  }

  #settle(wire: Wire) {
    const isOver = wire.released || wire.destroyed;
    if (this.#holder === wire && !this.#running && isOver) this.#inject(wire, "rollback", true);
  }

  #pump() {
    if (this.#running || this.#dead) return;
    const at = this.#holder ? this.#queue.findIndex((batch) => batch.wire === this.#holder) : 0;
    const [batch] = at < 0 ? [] : this.#queue.splice(at, 1);
    if (!batch) return;
    clearTimeout(this.#timer);
    this.#running = batch;
    this.#holder = batch.wire;
    this.#worker?.postMessage(batch.data);
  }

  #reply({ data, status, notes }: Reply) {
    const running = this.#running;
    if (!running) return;
    const { wire, silent, unlisten } = running;
    this.#running = undefined;
    if (status === "I") this.#holder = undefined;
    if (!silent && !wire.destroyed) wire.send(data);
    this.#deliver(notes);
    wire.relisten ||= unlisten;
    if (wire.relisten && status === "I") this.#restoreListens(wire);
    if (this.#holder) {
      this.#settle(wire);
      if (!this.#running) this.#watch(wire, performance.now());
    }
    this.#pump();
  }

  #deliver(notes: readonly Uint8Array[]) {
    for (const bytes of notes) {
      const note = Buffer.from(bytes);
      const channel = cstring(note, 9);
      const known = [...this.#wires].filter((wire) => wire.channels.has(channel));
      for (const wire of known.length ? known : this.#wires) wire.send(note);
    }
  }

  /** One client's UNLISTEN reached the session they share: restore what the others still want. */
  #restoreListens(wire: Wire) {
    wire.relisten = false;
    const channels = new Set([...this.#wires].flatMap((other) => [...other.channels]));
    for (const channel of channels) this.#inject(wire, `listen ${pg.escapeIdentifier(channel)}`, true);
  }

  /** A transaction that does nothing blocks everybody (awaiting the pool inside it waits for ever): say so, loudly. */
  #watch(wire: Wire, sinceMs: number) {
    const { idleInTransactionMs, killTransactionMs } = this.#options;
    this.#timer = setTimeout(() => {
      const waiting = this.#queue.filter((batch) => !batch.silent && batch.wire !== wire);
      this.#queue = this.#queue.filter((batch) => !waiting.includes(batch));
      const words = "embedded database is held by an idle transaction (is the pool used inside a transaction?)";
      for (const batch of waiting) batch.wire.send(Buffer.concat([failure("ERROR", "55P03", words), readyIdle()]));
      if (performance.now() - sinceMs < killTransactionMs) return this.#watch(wire, sinceMs);
      wire.send(failure("FATAL", "25P03", "terminating connection due to idle-in-transaction timeout"));
      setImmediate(() => wire.destroy());
    }, idleInTransactionMs).unref();
  }
}
