import type { Ctx, Db } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { embedPassages, type NewPassage } from "../embed-passages.ts";
import type { Article } from "../store.ts";
import { closeVersions, insertVersions, lastNumbers, showUntil } from "../store-versions.ts";
import { personOf, versionOf, wholeSecond } from "../version-of.ts";
import type { PublishArticle } from "./schema.ts";
import { refuseStep, type StepResult, stepArticle } from "./step-article.ts";
import { holdArticle } from "./store.ts";

/**
 * Makes the checked working copy the next version, which readers find from now on, or from `at`: the version before it is shown
 * until just then. Its words never change again. Throws AppError `conflict`, `forbidden`, `not_found`, and `invalid` when it would
 * no longer hold by then.
 */
export async function publishArticle(ctx: Ctx, id: string, { version, at }: PublishArticle): Promise<Article> {
  // Asked before the embedder is, and again with the row held.
  const asked = await ctx.inTransaction((tx) => holdArticle(tx, id));
  refuseStep(ctx, asked, version, "publish");
  const [pieces = []] = await embedPassages(ctx, [asked]);
  return stepArticle(ctx, { id, version, action: "publish" }, (tx, before) => {
    const now = wholeSecond(ctx.now());
    const later = at ? wholeSecond(new Date(at)) : now;
    return later > now ? schedule(tx, ctx, before, pieces, later) : publishNow(tx, ctx, before, pieces, now);
  });
}

async function publishNow(tx: Db, ctx: Ctx, before: Article, pieces: NewPassage[], now: Date): Promise<StepResult> {
  await closeVersions(tx, [before.id], now);
  const number = await addVersion(tx, ctx, before, pieces, now);
  const set = { ...publishedAs(ctx, before, number, now), scheduledVersion: null, publishAt: null };
  return { set, note: { kind: "published", number }, change: { number } };
}

async function schedule(tx: Db, ctx: Ctx, before: Article, pieces: NewPassage[], at: Date): Promise<StepResult> {
  const shown = before.publishedVersion;
  if (shown !== null) await showUntil(tx, before.id, shown, at);
  const number = await addVersion(tx, ctx, before, pieces, at);
  const note = { kind: "scheduled", number } as const;
  return { set: { scheduledVersion: number, publishAt: at }, note, change: { number, at: at.toISOString() } };
}

async function addVersion(tx: Db, ctx: Ctx, row: Article, pieces: NewPassage[], shownFrom: Date): Promise<number> {
  if (row.validUntil && row.validUntil <= shownFrom)
    throw new AppError("invalid", "失效时刻早于发布时刻，发布后无人能查到，请先修改失效时刻");
  const number = ((await lastNumbers(tx, [row.id])).get(row.id) ?? 0) + 1;
  const publishing = { articleId: row.id, number, shownFrom };
  const version = versionOf(row, { ...publishing, by: personOf(ctx), now: ctx.now() });
  await insertVersions(
    tx,
    [version],
    pieces.map((piece) => ({ ...piece, articleId: row.id, version: number })),
  );
  return number;
}

const dayMs = 86_400_000;

/** The head once readers have the version: somebody must look at it again some day. */
export function publishedAs(ctx: Ctx, row: Article, number: number, at: Date): Partial<Article> {
  const isDue = row.reviewDueAt && row.reviewDueAt > at;
  const reviewDueAt = isDue
    ? row.reviewDueAt
    : new Date(at.getTime() + ctx.rules.knowledge.lifecycle.reviewDays.figure * dayMs);
  return { state: "published", publishedVersion: number, publishedAt: at, reviewDueAt };
}
