import { reviewCallback } from "../callback/index.ts";
import { draftOrder } from "../classify/index.ts";
import { suggestAnswersForCall } from "../kb/index.ts";
import { finishCall, handCallToPerson, readCall } from "../orders/index.ts";
import type { Ctx } from "../platform/context.ts";
import { scoreCall } from "../qa/index.ts";
import { suggestAgencies } from "../routing/index.ts";

/**
 * Runs every verb that a received call needs, in order. Each verb leaves what is there, so a call that was cut off
 * in the middle goes on where it stopped, and running it twice changes nothing.
 */
export async function processCall(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const { row, ...call } = await readCall(ctx.db, ctx.actor, id);
  if (row.state !== "received") return;
  if (call.direction === "callback") {
    await reviewCallback(ctx, call);
    await scoreCall(ctx, call, null);
  } else {
    const order = await draftOrder(ctx, call);
    await suggestAgencies(ctx, call, order);
    await suggestAnswersForCall(ctx, call, order);
    await scoreCall(ctx, call, order);
  }
  if (await finishCall(ctx, id)) ctx.events.publish({ callId: id, what: "processed" });
}

/** Marks a call that cannot be processed as 待人工, so that a person sees it with the reason. */
export async function giveUpCall(ctx: Ctx, { id }: { id: string }, reason: string): Promise<void> {
  if (await handCallToPerson(ctx, id, reason)) ctx.events.publish({ callId: id, what: "failed" });
}
