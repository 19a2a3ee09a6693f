import { authorize, may } from "../../platform/access.ts";
import type { Ctx } from "../../platform/context.ts";
import { notFound } from "../../platform/errors.ts";
import { findArticle } from "../store.ts";
import { type ArticleVersion, findVersion, versionsOf } from "../store-versions.ts";

/** All versions of an article, newest first. Readers who are no editors get those that were ever shown, as of a visible article. */
export async function listVersions(ctx: Ctx, id: string): Promise<ArticleVersion[]> {
  authorize(ctx.actor, "article.read");
  await findArticle(ctx.db, ctx.actor, id, ctx.now());
  const versions = await versionsOf(ctx.db, id);
  return versions.filter((version) => isForReader(ctx, version));
}

/**
 * One version, word for word: also an old one, or one of an article that is retired, since it was told to callers.
 * Throws AppError `not_found` for one that is missing or was never shown to readers.
 */
export async function readVersion(ctx: Ctx, id: string, number: number): Promise<ArticleVersion> {
  authorize(ctx.actor, "article.read");
  const version = await findVersion(ctx.db, id, number);
  if (!isForReader(ctx, version)) throw notFound("知识版本");
  return version;
}

function isForReader(ctx: Ctx, { shownFrom, shownUntil }: ArticleVersion): boolean {
  if (may(ctx.actor, "article.edit")) return true;
  const wasShown = !shownFrom || !shownUntil || shownFrom < shownUntil;
  return wasShown && (!shownFrom || shownFrom <= ctx.now());
}
