import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { openDiskAudioStore } from "./adapters/disk-audio-store.ts";
import { memoryAudioStore } from "./adapters/fake/memory-audio-store.ts";
import { createHttpReranker } from "./adapters/http-reranker.ts";
import { openLanguageModel } from "./adapters/langchain-language-model.ts";
import { embeddersByName, openEmbedder } from "./adapters/open-embedder.ts";
import { createTranscriptFileTranscriber } from "./adapters/transcript-file-transcriber.ts";
import { withLimit } from "./adapters/with-limit.ts";
import { withRetry } from "./adapters/with-retry.ts";
import { packageRoot } from "./package-root.ts";
import { jobs } from "./pipeline/index.ts";
import { openSharedEvents } from "./platform/call-events.ts";
import { systemClock } from "./platform/clock.ts";
import { type Config, isEmbedded } from "./platform/config.ts";
import type { Services } from "./platform/context.ts";
import { databaseOver, openPool } from "./platform/db.ts";
import { openEventBus } from "./platform/events.ts";
import { openLater } from "./platform/later.ts";
import { openLog } from "./platform/log.ts";
import { migrateDatabase } from "./platform/migrate.ts";
import { openQueues, prepareQueues, type QueueBackend } from "./platform/queue.ts";
import { loadRules } from "./platform/rules/index.ts";
import { openViewers } from "./platform/viewers.ts";

export type OpenServices = Services & { queueBackend: QueueBackend; close: () => Promise<void> };

const modelLimits = { attempts: 3, waitMs: 500, concurrency: 4 };

function carefulModel(settings: NonNullable<Config["languageModel"]>) {
  return withLimit(withRetry(openLanguageModel(settings), modelLimits), modelLimits);
}

/** Events and viewers of the only process there is. */
function openOwnEvents() {
  const events = openEventBus();
  const viewers = openViewers((callId) => events.publish({ callId, what: "viewers" }));
  return { events, viewers, close: () => {} };
}

/**
 * Builds everything that lives as long as the process: rules read, database brought up to date, ports filled.
 * Without `queues` (the command line) ringing does nothing: the caller runs the verbs itself.
 */
export async function openServices(config: Config, options: { queues: boolean }): Promise<OpenServices> {
  const log = openLog(config.logLevel);
  const rules = loadRules(config.rulesDir, config.city);
  const embedder = openEmbedder(config.embedding);
  const isKept = !config.dataDir.startsWith("memory:");
  const pool = await openPool(config, (error) => log.warn({ error: error.message }, "database connection"));
  try {
    await migrateDatabase(pool, join(packageRoot, "migrations"), isEmbedded(config));
    const queueBackend: QueueBackend = config.redisUrl
      ? { kind: "redis", url: config.redisUrl }
      : { kind: "postgres", pool };
    if (options.queues) await prepareQueues(queueBackend);
    const queues = options.queues ? openQueues(jobs, queueBackend, log) : null;
    const { events, viewers, ...shared } = isEmbedded(config)
      ? openOwnEvents()
      : await openSharedEvents(pool, randomUUID(), log);
    const { later, close: closeLater } = openLater(log);
    const close = async () => {
      await closeLater();
      await queues?.close();
      shared.close();
      await pool.end();
    };
    return {
      config,
      rules,
      pool,
      ...databaseOver(pool),
      languageModel: config.languageModel && carefulModel(config.languageModel),
      embedder,
      embedderOf: embeddersByName(embedder, config.embedding),
      reranker: config.reranker && createHttpReranker(config.reranker),
      transcriber: createTranscriptFileTranscriber(),
      audioStore: isKept ? openDiskAudioStore(join(config.dataDir, "audio")) : memoryAudioStore(),
      attachmentStore: isKept
        ? openDiskAudioStore(join(config.dataDir, "attachments"), "附件")
        : memoryAudioStore("附件"),
      importStore: isKept
        ? openDiskAudioStore(join(config.dataDir, "imports"), "导入文件")
        : memoryAudioStore("导入文件"),
      ring: queues?.ring ?? (async () => {}),
      events,
      viewers,
      later,
      now: systemClock,
      log,
      queueBackend,
      close,
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}
