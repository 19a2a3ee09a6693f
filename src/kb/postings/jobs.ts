import { defineJob } from "../../platform/jobs.ts";
import { arePostingsUnkept, keepPostings } from "./keep-postings.ts";

export const keepPostingsJob = defineJob({
  name: "kb-keep-postings",
  attempts: 3,
  timeoutSec: 3600,
  concurrency: 1,
  run: keepPostings,
  waiting: async (db) => ((await arePostingsUnkept(db)) ? [{ id: "base" }] : []),
  // Search finds the passages without it, only slower, and the next sweep tries again.
  giveUp: async () => {},
});
