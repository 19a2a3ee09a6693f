import { authorize } from "../platform/access.ts";
import type { Ctx } from "../platform/context.ts";
import { type Article, findArticle } from "./store.ts";

/** One article. Throws AppError `not_found` when it is missing, or not published and the actor no editor. */
export async function getArticle(ctx: Ctx, { id }: { id: string }): Promise<Article> {
  authorize(ctx.actor, "article.read");
  return findArticle(ctx.db, ctx.actor, id, ctx.now());
}
