import type { Ctx } from "../../../platform/context.ts";
import { notFound } from "../../../platform/errors.ts";
import { type ArticleVersion, findVersion } from "../../store-versions.ts";

/**
 * A version that readers are shown or were before: a screen may be some seconds behind. Throws AppError `not_found` for one that
 * nobody was ever shown.
 */
export async function findShownVersion(ctx: Ctx, articleId: string, number: number): Promise<ArticleVersion> {
  const version = await findVersion(ctx.db, articleId, number);
  const { shownFrom, shownUntil } = version;
  const isToCome = shownFrom !== null && shownFrom > ctx.now();
  const wasNever = shownFrom !== null && shownUntil !== null && shownUntil <= shownFrom;
  if (isToCome || wasNever) throw notFound("知识版本");
  return version;
}
