import { and, isNotNull, lte } from "drizzle-orm";
import { record } from "../../platform/audit.ts";
import type { Ctx } from "../../platform/context.ts";
import { defineJob, type JobPayload } from "../../platform/jobs.ts";
import { articles } from "../table.ts";
import { publishedAs } from "./publish-article.ts";
import { holdArticle, insertNote, updateArticle } from "./store.ts";

/** Readers have the version since its moment by itself; this brings the head up to date. Twice does nothing more. */
async function publishScheduled(ctx: Ctx, { id }: JobPayload): Promise<void> {
  await ctx.inTransaction(async (tx) => {
    const row = await holdArticle(tx, id);
    const { publishAt, scheduledVersion } = row;
    if (!publishAt || scheduledVersion === null || publishAt > ctx.now()) return;
    const published = publishedAs(ctx, row, scheduledVersion, publishAt);
    // An import may have made the working copy a draft meanwhile.
    const state = row.state === "approved" ? "published" : row.state;
    await updateArticle(tx, id, { ...published, state, publishAt: null, scheduledVersion: null, updatedAt: ctx.now() });
    await insertNote(tx, ctx, id, { kind: "published", number: scheduledVersion });
    record(tx, ctx, "article.publish", id, { number: scheduledVersion });
  });
}

/** Brings the head of an article to the version whose moment has come. */
export const publishScheduledJob = defineJob({
  name: "publish-scheduled",
  attempts: 3,
  timeoutSec: 30,
  concurrency: 2,
  run: publishScheduled,
  waiting: (db, olderThan) =>
    db
      .select({ id: articles.id })
      .from(articles)
      .where(and(isNotNull(articles.publishAt), lte(articles.publishAt, olderThan)))
      .limit(500),
  // Readers have the version all the same; the sweep asks again.
  giveUp: async (ctx, { id }, reason) => ctx.log.warn({ article: id, reason }, "scheduled article keeps its old head"),
});
