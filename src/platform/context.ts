import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type pg from "pg";
import type { AudioStore } from "../ports/audio-store.ts";
import type { Embedder } from "../ports/embedder.ts";
import type { LanguageModel } from "../ports/language-model.ts";
import type { Reranker } from "../ports/reranker.ts";
import type { Transcriber } from "../ports/transcriber.ts";
import type { Actor } from "./access.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { EventBus } from "./events.ts";
import type { Ring } from "./jobs.ts";
import type { Later } from "./later.ts";
import type { Log } from "./log.ts";
import type { Rules } from "./rules/index.ts";
import type { Viewers } from "./viewers.ts";

export type Db = NodePgDatabase;
export type InTransaction = <T>(work: (tx: Db) => Promise<T> | T) => Promise<T>;

/** Everything that lives as long as the process. Made once, in services.ts. */
export type Services = {
  config: Config;
  rules: Rules;
  pool: pg.Pool;
  db: Db;
  inTransaction: InTransaction;
  /** Null when no address is set: everything works without it. */
  languageModel: LanguageModel | null;
  /** Of the settings. */
  embedder: Embedder;
  /** The embedder that gave vectors which are kept, by its id; null when the settings do not lead to it. */
  embedderOf: (id: string) => Embedder | null;
  /** Null when no address is set: answers keep the order that search gives them. */
  reranker: Reranker | null;
  transcriber: Transcriber;
  audioStore: AudioStore;
  /** Files that came with calls, kept as recordings are. */
  attachmentStore: AudioStore;
  /** Files of articles that wait to be imported. */
  importStore: AudioStore;
  /** Rings the bell for a job. It never fails the caller: the sweep finds what was not heard. */
  ring: Ring;
  /** Tells open screens that a call changed, ids only, and how far an import is. */
  events: EventBus;
  /** Who has which call open. */
  viewers: Viewers;
  /** Work that the answer need not wait for and that may be lost. */
  later: Later;
  now: Clock;
  log: Log;
};

/** Everything one request or one job may use. Every verb takes it first. */
export type Ctx = Services & { actor: Actor; requestId: string; signal: AbortSignal };

/** A context for work that no person started. */
export const systemCtx = (services: Services, job: string, signal: AbortSignal, requestId: string): Ctx => ({
  ...services,
  actor: { kind: "system", job },
  requestId,
  signal,
});

/**
 * Runs several verbs as one: the transactions they ask for become this one, so all of them happen or none.
 * No verb that asks a far server may run in it.
 */
export const asOne = <T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  ctx.inTransaction((tx) => work({ ...ctx, db: tx, inTransaction: async (inner) => inner(tx) }));
