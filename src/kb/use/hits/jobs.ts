import { defineJob } from "../../../platform/jobs.ts";
import { giveUpHitRun, runHitSet } from "./run-hit-set.ts";
import { waitingRuns } from "./store.ts";

/** Asks the questions of a run. */
export const hitRunJob = defineJob({
  name: "run-hit-set",
  attempts: 2,
  timeoutSec: 600,
  concurrency: 1,
  run: runHitSet,
  waiting: waitingRuns,
  giveUp: giveUpHitRun,
});
