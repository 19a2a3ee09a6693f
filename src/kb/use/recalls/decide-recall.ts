import { authorize, displayName } from "../../../platform/access.ts";
import { record } from "../../../platform/audit.ts";
import type { Ctx } from "../../../platform/context.ts";
import { notFound } from "../../../platform/errors.ts";
import { recallView } from "./recall-view.ts";
import type { DecideRecall, Recall } from "./schema.ts";
import { scopeOf, taken } from "./scope.ts";
import { findRecall, moveRecall } from "./store.ts";

/** An editor's word whether a call back is needed. Throws AppError `not_found`, `conflict` when the caller was called already. */
export async function decideRecall(ctx: Ctx, id: string, { state, note }: DecideRecall): Promise<Recall> {
  authorize(ctx.actor, "article.edit");
  const scope = scopeOf(ctx);
  const isOpen = state === "open";
  const isMoved = await ctx.inTransaction(async (tx) => {
    const isMoved = await moveRecall(tx, id, ["open", "needed", "not_needed"], {
      state,
      note: note || null,
      decidedByName: isOpen ? null : displayName(ctx.actor),
      decidedAt: isOpen ? null : ctx.now(),
    });
    if (isMoved) record(tx, ctx, "recall.decide", id, { state });
    return isMoved;
  });
  const row = await findRecall(ctx.db, scope, id);
  if (!row) throw notFound("回电任务");
  const view = await recallView(ctx.db, row);
  if (!isMoved) throw taken(view);
  return view;
}
