import { defineJob } from "../../platform/jobs.ts";
import { keepVectors } from "./keep-vectors.ts";
import { isAnyBare, selectSets } from "./store.ts";

/** Longer than a far embedder takes for a hundred thousand passages. */
const longestSec = 12 * 3600;

export const embedPassagesJob = defineJob({
  name: "kb-embed-passages",
  attempts: 3,
  timeoutSec: longestSec,
  concurrency: 1,
  run: keepVectors,
  waiting: async (db) => {
    const isMoving = (await selectSets(db)).some(({ state }) => state !== "serving");
    return isMoving || (await isAnyBare(db)) ? [{ id: "base" }] : [];
  },
  // The reason stands on the set, search goes on with the vectors there are, and the next sweep tries again.
  giveUp: async () => {},
});
