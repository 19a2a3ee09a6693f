import { defineJob } from "../../../platform/jobs.ts";
import { runAfterPublication } from "./start-hit-run.ts";
import { setsToRun } from "./store.ts";

/** Starts the runs that a publication asks for. Needs no bell: the sweep sees what readers are shown. */
export const hitAfterPublicationJob = defineJob({
  name: "hit-sets-after-publication",
  attempts: 3,
  timeoutSec: 30,
  concurrency: 1,
  run: runAfterPublication,
  waiting: setsToRun,
  giveUp: async (ctx, { id }, reason) => ctx.log.warn({ id, reason }, "hit set was not run after a publication"),
});
