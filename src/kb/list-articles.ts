import { authorize } from "../platform/access.ts";
import type { Ctx } from "../platform/context.ts";
import { countConflicts } from "./conflicts/store.ts";
import type { ListArticles } from "./schema.ts";
import type { Article } from "./store.ts";
import { countStates, type Facets, selectArticles, selectFacets } from "./store-lists.ts";

/** A page of articles, newest change first. Only editors see what is not published. */
export async function listArticles(ctx: Ctx, input: ListArticles): Promise<Article[]> {
  authorize(ctx.actor, "article.read");
  return selectArticles(ctx.db, ctx.actor, input, ctx.now());
}

const soonMs = 7 * 86_400_000;

/** How many articles wait for what, for the editor's desk: by state, `due` for a look, `expiring` within seven days, open `conflicts`. */
export async function countDesk(ctx: Ctx): Promise<Record<string, number>> {
  authorize(ctx.actor, "article.edit");
  const counts = await countStates(ctx.db, ctx.now(), new Date(ctx.now().getTime() + soonMs));
  return { ...counts, conflicts: await countConflicts(ctx.db) };
}

/** The agencies, items, regions and audiences that articles name, as far as the actor may see them. */
export async function listFacets(ctx: Ctx): Promise<Facets> {
  authorize(ctx.actor, "article.read");
  return selectFacets(ctx.db, ctx.actor, ctx.now());
}
