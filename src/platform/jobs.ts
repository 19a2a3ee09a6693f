import { z } from "zod";
import type { Ctx, Db } from "./context.ts";

/** A payload carries ids only: the queue holds it in clear, and the row may have changed by the time it runs. */
export const JobPayload = z.strictObject({ id: z.string().min(1).max(100) });
export type JobPayload = z.infer<typeof JobPayload>;

export type Job = {
  name: string;
  attempts: number;
  timeoutSec: number;
  concurrency: number;
  /** May run twice for the same row: its effect is guarded by the row's state. */
  run: (ctx: Ctx, payload: JobPayload) => Promise<unknown>;
  /** Rows that still wait for this job. The sweep rings for them again, so losing the queue loses nothing. */
  waiting: (db: Db, olderThan: Date) => Promise<JobPayload[]>;
  /** After the last attempt: marks the row 待人工 with the reason, so that a person sees it. */
  giveUp: (ctx: Ctx, payload: JobPayload, reason: string) => Promise<unknown>;
};

export const defineJob = (job: Job): Job => job;

export type Ring = (job: Job, payload: JobPayload) => Promise<void>;

/** Rings again for every row that has waited since before `olderThan`; gives the number of rings. */
export async function sweep(jobs: readonly Job[], db: Db, ring: Ring, olderThan: Date): Promise<number> {
  let rings = 0;
  for (const job of jobs) {
    for (const payload of await job.waiting(db, olderThan)) {
      await ring(job, payload);
      rings += 1;
    }
  }
  return rings;
}
