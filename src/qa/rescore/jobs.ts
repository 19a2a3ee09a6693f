import { defineJob } from "../../platform/jobs.ts";
import { giveUpRescore, runRescore } from "./run-rescore.ts";
import { rescoresWaitingSince } from "./store-rescores.ts";

/** A touched run is one that a worker has in hand; one left alone for this long is taken up again. */
const leftAloneMs = 60_000;

export const rescoreJob = defineJob({
  name: "rescore",
  attempts: 3,
  timeoutSec: 3 * 3600,
  concurrency: 1,
  run: runRescore,
  waiting: (db, olderThan) => rescoresWaitingSince(db, new Date(olderThan.getTime() - leftAloneMs)),
  giveUp: giveUpRescore,
});
