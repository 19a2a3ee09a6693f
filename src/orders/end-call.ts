import { authorize } from "../platform/access.ts";
import { record } from "../platform/audit.ts";
import type { Ctx } from "../platform/context.ts";
import { endCall } from "./store.ts";

/** Marks a call as processed. True the first time; a second time nothing happens. */
export async function finishCall(ctx: Ctx, id: string): Promise<boolean> {
  authorize(ctx.actor, "call.process");
  return ctx.inTransaction(async (tx) => {
    const isFirst = await endCall(tx, id, { state: "processed", failure: null, processedAt: ctx.now() });
    if (isFirst) record(tx, ctx, "call.process", id);
    return isFirst;
  });
}

/** Hands a call that cannot be processed to a person, with the reason in words for people. */
export async function handCallToPerson(ctx: Ctx, id: string, reason: string): Promise<boolean> {
  authorize(ctx.actor, "call.process");
  return ctx.inTransaction(async (tx) => {
    const isFirst = await endCall(tx, id, { state: "needs_person", failure: reason, processedAt: ctx.now() });
    if (isFirst) record(tx, ctx, "call.give_up", id);
    return isFirst;
  });
}
