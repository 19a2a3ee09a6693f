import { authorize, displayName } from "../../../platform/access.ts";
import { record } from "../../../platform/audit.ts";
import type { Ctx } from "../../../platform/context.ts";
import { notFound } from "../../../platform/errors.ts";
import { findArticle } from "../../store.ts";
import { gapView } from "./gap-view.ts";
import type { DecideGap, Gap } from "./schema.ts";
import { findGap, updateGap } from "./store.ts";

/** An editor's word on a gap: answered by an article, dismissed, or open again. Throws AppError `not_found`. */
export async function decideGap(ctx: Ctx, id: string, { state, articleId, note }: DecideGap): Promise<Gap> {
  authorize(ctx.actor, "article.edit");
  if (articleId) await findArticle(ctx.db, ctx.actor, articleId, ctx.now());
  const isOpen = state === "open";
  const gap = await ctx.inTransaction(async (tx) => {
    const isThere = await updateGap(tx, id, {
      state,
      ...(articleId ? { articleId } : {}),
      note: note ?? null,
      decidedByName: isOpen ? null : displayName(ctx.actor),
      decidedAt: isOpen ? null : ctx.now(),
    });
    if (!isThere) throw notFound("缺口");
    record(tx, ctx, "gap.decide", id, { state, ...(articleId ? { articleId } : {}) });
    return findGap(tx, id);
  });
  if (!gap) throw notFound("缺口");
  return gapView(gap);
}
