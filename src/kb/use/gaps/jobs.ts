import { defineJob } from "../../../platform/jobs.ts";
import { putTogether } from "./put-together.ts";
import { looseQuestions } from "./store.ts";

/** Puts unanswered questions to their like. One that cannot be put stays loose, and the sweep rings again. */
export const putTogetherJob = defineJob({
  name: "put-gaps-together",
  attempts: 3,
  timeoutSec: 30,
  concurrency: 1,
  run: putTogether,
  waiting: looseQuestions,
  giveUp: async (ctx, { id }, reason) => ctx.log.warn({ id, reason }, "gap question stays loose"),
});
