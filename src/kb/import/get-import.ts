import { authorize } from "../../platform/access.ts";
import type { Ctx } from "../../platform/context.ts";
import { type ArticleImport, findImport, selectImports } from "./store-imports.ts";

/** One import with its preview and faults. Throws AppError `not_found`. */
export async function getImport(ctx: Ctx, { id }: { id: string }): Promise<ArticleImport> {
  authorize(ctx.actor, "article.edit");
  return findImport(ctx.db, id);
}

/** The newest imports first. */
export async function listImports(ctx: Ctx, { limit }: { limit: number }): Promise<ArticleImport[]> {
  authorize(ctx.actor, "article.edit");
  return selectImports(ctx.db, limit);
}
