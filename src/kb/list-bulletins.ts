import { authorize } from "../platform/access.ts";
import type { Ctx } from "../platform/context.ts";
import { selectBulletins } from "./store-lists.ts";
import type { ArticleVersion } from "./store-versions.ts";

/** The bulletins that are shown and valid now, newest first (R-K6). */
export async function listBulletins(ctx: Ctx): Promise<ArticleVersion[]> {
  authorize(ctx.actor, "article.read");
  return selectBulletins(ctx.db, ctx.now());
}
