import { authorize } from "../../../platform/access.ts";
import { toShanghaiIso } from "../../../platform/clock.ts";
import type { Ctx } from "../../../platform/context.ts";
import { notFound } from "../../../platform/errors.ts";
import type { ArticleUse, ListUse, VersionUse } from "./schema.ts";
import { selectUse, selectVersionUse, type UseRow } from "./store.ts";

const dayMs = 24 * 3600 * 1000;
const daysOfOne = 365;

const daysAgo = (ctx: Ctx, days: number): Date => new Date(ctx.now().getTime() - days * dayMs);

/** How the published articles were used in the last days: those told most first, those never shown last. */
export async function listArticleUse(ctx: Ctx, { days, limit }: ListUse): Promise<ArticleUse[]> {
  authorize(ctx.actor, "article.edit");
  return (await selectUse(ctx.db, { since: daysAgo(ctx, days), limit })).map(articleUseOf);
}

/** How one article and each of its versions was used in the last year. Throws AppError `not_found`. */
export async function readArticleUse(ctx: Ctx, articleId: string): Promise<VersionUse> {
  authorize(ctx.actor, "article.edit");
  const since = daysAgo(ctx, daysOfOne);
  const [row] = await selectUse(ctx.db, { since, limit: 1, articleId });
  if (!row) throw notFound("知识");
  return { ...articleUseOf(row), versions: await selectVersionUse(ctx.db, articleId, since) };
}

/** The figures of an article with its share of good words. */
export function articleUseOf({ lastToldMs, ...row }: UseRow): ArticleUse {
  const good = row.told + row.useful;
  const all = good + row.useless + row.wrong;
  return {
    ...row,
    lastToldAt: lastToldMs === null ? null : toShanghaiIso(new Date(lastToldMs)),
    helpful: all > 0 ? Math.round((1000 * good) / all) / 1000 : null,
  };
}
