import { defineJob } from "../../platform/jobs.ts";
import { learnBridge } from "./learn-bridge.ts";
import { areStale, refreshStatistics } from "./refresh-statistics.ts";
import { isBridgeOld } from "./store.ts";

const all = [{ id: "base" }];
/** Search goes on with what it knew, and the next sweep tries again. */
const giveUp = async () => {};

export const countWordsJob = defineJob({
  name: "search-count-words",
  attempts: 2,
  timeoutSec: 600,
  concurrency: 1,
  run: refreshStatistics,
  waiting: async (db) => ((await areStale(db)) ? all : []),
  giveUp,
});

export const learnBridgeJob = defineJob({
  name: "search-learn-bridge",
  attempts: 2,
  timeoutSec: 600,
  concurrency: 1,
  run: learnBridge,
  waiting: async (db, olderThan) => ((await isBridgeOld(db, olderThan)) ? all : []),
  giveUp,
});
