import { defineJob } from "../../platform/jobs.ts";
import { forgottenMs, giveUpImport, runImport } from "./run-import.ts";
import { waitingImports } from "./store-imports.ts";

/** Longer than 100,000 articles take in the embedded database. */
const longestSec = 6 * 3600;

export const importJob = defineJob({
  name: "article-import",
  attempts: 3,
  timeoutSec: longestSec,
  concurrency: 1,
  run: runImport,
  waiting: (db, olderThan) => waitingImports(db, olderThan, new Date(olderThan.getTime() - forgottenMs)),
  giveUp: giveUpImport,
});
