import { reviewCallback } from "../callback/index.ts";
import { draftOrder } from "../classify/index.ts";
import { suggestAnswersForCall } from "../kb/index.ts";
import { type Call, endSilentCall, finishCall, handCallToPerson, orderOfCall, readCall } from "../orders/index.ts";
import { asOne, type Ctx } from "../platform/context.ts";
import { scoreCall } from "../qa/index.ts";
import { suggestAgencies } from "../routing/index.ts";
import { settleLiveDraft } from "./draft-live.ts";
import { liveSilenceMs } from "./silence.ts";

/**
 * Runs every verb that a received call needs, in order. Each verb leaves what is there, so a call that was cut off
 * in the middle goes on where it stopped, and running it twice changes nothing. A live call is left alone unless it fell silent.
 */
export async function processCall(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const { row, ...call } = await readCall(ctx.db, ctx.actor, id);
  if (row.state !== "received" && row.state !== "live") return;
  if (row.state === "live" && !(await endSilentCall(ctx, id, new Date(ctx.now().getTime() - liveSilenceMs)))) return;
  if (!call.utterances.length) return giveUpCall(ctx, { id }, "通话中没有话语");
  const isFirst = await (call.direction === "callback" ? processCallback(ctx, call) : processRequest(ctx, call));
  if (isFirst) ctx.events.publish({ callId: id, what: "processed" });
}

const processCallback = (ctx: Ctx, call: Call): Promise<boolean> =>
  asOne(ctx, async (one) => {
    const { leading } = await reviewCallback(one, call);
    await scoreCall(one, call, { leading });
    return finishCall(one, call.id);
  });

async function processRequest(ctx: Ctx, call: Call): Promise<boolean> {
  const order = await asOne(ctx, async (one) => {
    const drafted = (await settleLiveDraft(one, call)) ?? (await draftOrder(one, call));
    await suggestAgencies(one, call, drafted);
    return drafted;
  });
  await suggestAnswersForCall(ctx, call, order);
  return asOne(ctx, async (one) => {
    await scoreCall(one, call, { order: (await orderOfCall(one.db, call.id)) ?? order });
    return finishCall(one, call.id);
  });
}

/** Marks a call that cannot be processed as 待人工, so that a person sees it with the reason. */
export async function giveUpCall(ctx: Ctx, { id }: { id: string }, reason: string): Promise<void> {
  if (await handCallToPerson(ctx, id, reason)) ctx.events.publish({ callId: id, what: "failed" });
}
