import { authorize } from "../platform/access.ts";
import type { Ctx } from "../platform/context.ts";
import type { ListArticles } from "./schema.ts";
import { type Article, selectArticles } from "./store.ts";

/** A page of articles, newest change first. Only editors see what is not published. */
export async function listArticles(ctx: Ctx, input: ListArticles): Promise<Article[]> {
  authorize(ctx.actor, "article.read");
  return selectArticles(ctx.db, ctx.actor, input, ctx.now());
}
