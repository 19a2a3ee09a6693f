import { isDeepStrictEqual } from "node:util";
import { askedNow, suggestLive } from "../kb/index.ts";
import { type Call, type Order, orderOfCall, putLiveAnswers } from "../orders/index.ts";
import type { Ctx } from "../platform/context.ts";
import type { Redrafted } from "./draft-live.ts";

/**
 * Asks the knowledge base for a live call, where something else is asked now than before these words. The answer to the post need
 * not wait for it; open screens hear when other answers are there.
 */
export function askLater(ctx: Ctx, call: Call, { before, after }: Redrafted): void {
  if (after.heard === null || after.state !== "draft" || wasAsked(ctx, call, before, after)) return;
  ctx.later(`answers:${call.id}`, async () => {
    const order = await orderOfCall(ctx.db, call.id);
    if (!order || order.heard === null) return;
    // The request is over by now, and its signal may have ended with it.
    const answers = await suggestLive({ ...ctx, signal: new AbortController().signal }, call, order);
    if (isDeepStrictEqual(answers, order.answers)) return;
    if (await putLiveAnswers(ctx.db, order.id, answers)) ctx.events.publish({ callId: call.id, what: "drafted" });
  });
}

/** Whether the same was asked of the words before these. */
function wasAsked(ctx: Ctx, call: Call, before: Order | undefined, after: Order): boolean {
  if (!before || before.heard === null) return false;
  const earlier = { utterances: call.utterances.slice(0, before.heard) };
  return askedNow(ctx, earlier, before).text === askedNow(ctx, call, after).text;
}
