import { defineJob } from "../../../platform/jobs.ts";
import { recallArticle } from "./recall-article.ts";
import { articlesToRecall } from "./store.ts";

/** Finds the calls that were told what no longer holds. Needs no bell: whatever superseded the version, the sweep sees it. */
export const recallArticleJob = defineJob({
  name: "recall-article",
  attempts: 3,
  timeoutSec: 60,
  concurrency: 1,
  run: recallArticle,
  waiting: articlesToRecall,
  giveUp: async (ctx, { id }, reason) => ctx.log.warn({ id, reason }, "recall list is behind"),
});
