import { authorize } from "../platform/access.ts";
import { record } from "../platform/audit.ts";
import type { Ctx } from "../platform/context.ts";
import { findCall } from "./store.ts";

/** Lets a person follow a call. That is on record before the first event. Throws AppError `not_found`, `forbidden`. */
export async function watchCall(ctx: Ctx, id: string): Promise<void> {
  authorize(ctx.actor, "call.read");
  await findCall(ctx.db, ctx.actor, id);
  await ctx.inTransaction(async (tx) => record(tx, ctx, "call.watch", id));
}
