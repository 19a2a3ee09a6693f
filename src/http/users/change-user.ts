import { authorize } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx } from "../../platform/context.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { ChangeUser } from "./schema.ts";
import { endSessionsOf, setDisabled, type UserRow } from "./store.ts";

/**
 * Shuts a person out or lets them in again. Shutting out ends their sessions at once.
 * Throws AppError `not_found`, `forbidden`, `conflict` for oneself, which would leave no one to undo it.
 */
export async function changeUser(ctx: Ctx, id: string, { isDisabled }: ChangeUser): Promise<UserRow> {
  authorize(ctx.actor, "user.manage");
  if (ctx.actor.kind === "user" && ctx.actor.userId === id) throw new AppError("conflict", "不能停用自己的账号");
  return ctx.inTransaction(async (tx) => {
    const now = ctx.now();
    const changed = await setDisabled(tx, id, isDisabled ? now : null, now);
    if (!changed) throw notFound("用户");
    if (isDisabled) await endSessionsOf(tx, id);
    record(tx, ctx, isDisabled ? "user.disable" : "user.enable", id);
    return changed;
  });
}
