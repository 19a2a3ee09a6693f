import { authorize, displayName } from "../../../platform/access.ts";
import { record } from "../../../platform/audit.ts";
import type { Ctx } from "../../../platform/context.ts";
import { notFound } from "../../../platform/errors.ts";
import { mask } from "../../../platform/mask.ts";
import { recallView } from "./recall-view.ts";
import type { FinishRecall, Recall } from "./schema.ts";
import { scopeOf, taken } from "./scope.ts";
import { findRecall, moveRecall } from "./store.ts";

/**
 * What came of calling back. Throws AppError `not_found` for a call out of sight, `conflict` when no call back is needed or it was
 * done already.
 */
export async function finishRecall(ctx: Ctx, id: string, { result }: FinishRecall): Promise<Recall> {
  authorize(ctx.actor, "recall.do");
  const scope = scopeOf(ctx);
  if (!(await findRecall(ctx.db, scope, id))) throw notFound("回电任务");
  const isMoved = await ctx.inTransaction(async (tx) => {
    const change = {
      state: "done" as const,
      result: mask(result).text,
      doneByName: displayName(ctx.actor),
      doneAt: ctx.now(),
    };
    const isMoved = await moveRecall(tx, id, ["needed"], change);
    if (isMoved) record(tx, ctx, "recall.done", id);
    return isMoved;
  });
  const row = await findRecall(ctx.db, scope, id);
  if (!row) throw notFound("回电任务");
  const view = await recallView(ctx.db, row);
  if (!isMoved) throw taken(view);
  return view;
}
