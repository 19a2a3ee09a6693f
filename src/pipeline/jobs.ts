import {
  compareArticleJob,
  countWordsJob,
  embedPassagesJob,
  hitAfterPublicationJob,
  hitRunJob,
  importJob,
  keepPostingsJob,
  learnBridgeJob,
  publishScheduledJob,
  putTogetherJob,
  recallArticleJob,
} from "../kb/index.ts";
import { callsWaitingSince, drawWaveformJob } from "../orders/index.ts";
import { defineJob, type Job } from "../platform/jobs.ts";
import { rescoreJob } from "../qa/index.ts";
import { giveUpCall, processCall } from "./process-call.ts";
import { liveSilenceMs } from "./silence.ts";

export const processCallJob = defineJob({
  name: "process-call",
  attempts: 3,
  timeoutSec: 60,
  concurrency: 4,
  run: processCall,
  waiting: (db, olderThan) => callsWaitingSince(db, olderThan, new Date(olderThan.getTime() - liveSilenceMs)),
  giveUp: giveUpCall,
});

/** Every job of the product. A worker that lacks one does not start. */
export const jobs: readonly Job[] = [
  processCallJob,
  drawWaveformJob,
  rescoreJob,
  putTogetherJob,
  recallArticleJob,
  hitRunJob,
  hitAfterPublicationJob,
  importJob,
  publishScheduledJob,
  compareArticleJob,
  countWordsJob,
  embedPassagesJob,
  keepPostingsJob,
  learnBridgeJob,
];
