import { type ConfirmOrder, confirmOrder, findOrder, type Order, readCall } from "../orders/index.ts";
import { authorize } from "../platform/access.ts";
import { type Ctx, systemCtx } from "../platform/context.ts";
import { suggestAgencies } from "../routing/index.ts";
import { keepDraftSuggestions } from "./draft-live.ts";

/**
 * Makes the draft real by a named person's word, also while the call still goes on: then what the engines proposed so far
 * is kept first, so that this word is kept on it. Throws as `confirmOrder` does.
 */
export async function confirmDraft(ctx: Ctx, id: string, body: ConfirmOrder): Promise<Order> {
  authorize(ctx.actor, "order.confirm");
  const order = await findOrder(ctx.db, ctx.actor, id);
  if (order.heard !== null && order.state === "draft" && order.version === body.version) {
    const engine = systemCtx(ctx, "draft-live", ctx.signal, ctx.requestId);
    const { row: _, ...call } = await readCall(ctx.db, engine.actor, order.callId);
    await keepDraftSuggestions(engine, call, order);
    await suggestAgencies(engine, call, order);
  }
  return confirmOrder(ctx, id, body);
}
