import { authorize, displayName } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { DismissConflict } from "./schema.ts";
import { type ConflictEntry, findConflict, openConflicts, updateConflict } from "./store.ts";

const mostShown = 200;

/** Duplicates and contradictions among what readers get now, found in the background and not yet dismissed. */
export async function listConflicts(ctx: Ctx): Promise<ConflictEntry[]> {
  authorize(ctx.actor, "article.edit");
  return openConflicts(ctx.db, mostShown);
}

/** A person says that it is none. It comes back with the next version. Throws AppError `not_found`, `conflict`, `forbidden`. */
export async function dismissConflict(ctx: Ctx, id: string, { reason }: DismissConflict): Promise<ConflictEntry> {
  authorize(ctx.actor, "article.edit");
  return ctx.inTransaction(async (tx) => {
    const before = await findConflict(tx, id);
    if (before.dismissedAt) throw new AppError("conflict", `${before.dismissedByName ?? "他人"}已处理过这条冲突`);
    await updateConflict(tx, id, {
      dismissedAt: ctx.now(),
      dismissedByName: displayName(ctx.actor),
      dismissReason: reason,
    });
    record(tx, ctx, "article.dismiss_conflict", before.articleId, { conflict: id });
    return findConflict(tx, id);
  });
}
