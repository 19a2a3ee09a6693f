import { createHash } from "node:crypto";
import type { Ctx } from "../../platform/context.ts";
import { defineJob, type JobPayload } from "../../platform/jobs.ts";
import type { ArticleVersion } from "../store-versions.ts";
import { conflictsOf, type FoundConflict } from "./find-conflicts.ts";
import { type ConflictRow, insertConflicts, markCompared, presentVersions, waitingToCompare } from "./store.ts";

async function compareArticle(ctx: Ctx, { id }: JobPayload): Promise<void> {
  const [present] = await presentVersions(ctx.db, [id]);
  if (!present) return;
  const found = await conflictsOf(ctx, id, present.version);
  await ctx.inTransaction(async (tx) => {
    await insertConflicts(
      tx,
      found.map((each) => rowOf(present.version, each, ctx.now())),
    );
    await markCompared(tx, id, present.version.number);
  });
}

/** One pair of versions has one row of a kind, from whichever side it is found. */
function rowOf({ articleId, number }: ArticleVersion, found: FoundConflict, foundAt: Date): ConflictRow {
  const mine = `${articleId}@${number}`;
  const theirs = found.other ? `${found.other.articleId}@${found.other.version}` : found.quote;
  const pair = [mine, theirs].sort().join("|");
  return {
    id: createHash("sha256").update(`${found.kind}|${pair}`).digest("hex").slice(0, 32),
    kind: found.kind,
    articleId,
    version: number,
    quote: found.quote,
    otherId: found.other?.articleId ?? null,
    otherVersion: found.other?.version ?? null,
    otherQuote: found.other?.quote ?? null,
    why: found.why,
    similarity: found.similarity,
    foundAt,
    dismissedByName: null,
    dismissedAt: null,
    dismissReason: null,
  };
}

/** Compares what was published with the other articles. */
export const compareArticleJob = defineJob({
  name: "compare-article",
  attempts: 3,
  timeoutSec: 60,
  concurrency: 1,
  run: compareArticle,
  waiting: waitingToCompare,
  // Nobody waits for it; the sweep asks again.
  giveUp: async (ctx, { id }, reason) => ctx.log.warn({ article: id, reason }, "article was not compared"),
});
