import { wantEmbedder } from "../kb/index.ts";
import { jobs } from "../pipeline/index.ts";
import { type Services, systemCtx } from "../platform/context.ts";
import { sweep } from "../platform/jobs.ts";
import { type QueueBackend, startWorkers } from "../platform/queue.ts";

/** A row must wait this long before the sweep rings for it again: longer than a healthy queue needs. */
const patienceSec = 15;

/**
 * Runs the jobs, and rings again every `sweepSec` for rows whose bell was lost, once at start too, when it also says which embedder
 * the settings name.
 * `close` lets running jobs end.
 */
export function startWorker(services: Services, backend: QueueBackend) {
  const ctxFor = (job: string, signal: AbortSignal, requestId: string) => systemCtx(services, job, signal, requestId);
  const workers = startWorkers(jobs, backend, services.log, ctxFor);
  let isEmbedderKnown = false;
  const sweepNow = async () => {
    const olderThan = new Date(services.now().getTime() - patienceSec * 1000);
    try {
      if (!isEmbedderKnown) await wantEmbedder(ctxFor("embedder", new AbortController().signal, "start"));
      isEmbedderKnown = true;
      const rings = await sweep(jobs, services.db, services.ring, olderThan);
      if (rings) services.log.info({ rings }, "sweep rang again");
    } catch (error) {
      services.log.warn({ error: String(error) }, "sweep failed; it comes again");
    }
  };
  const timer = setInterval(sweepNow, services.config.sweepSec * 1000);
  void sweepNow();
  return {
    async close() {
      clearInterval(timer);
      await workers.close();
    },
  };
}
