import { callsWaitingSince } from "../orders/index.ts";
import { defineJob, type Job } from "../platform/jobs.ts";
import { giveUpCall, processCall } from "./process-call.ts";

export const processCallJob = defineJob({
  name: "process-call",
  attempts: 3,
  timeoutSec: 60,
  concurrency: 4,
  run: processCall,
  waiting: callsWaitingSince,
  giveUp: giveUpCall,
});

/** Every job of the product. A worker that lacks one does not start. */
export const jobs: readonly Job[] = [processCallJob];
