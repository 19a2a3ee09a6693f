import { reviewOfCall } from "../callback/index.ts";
import { type CallRow, type Order, orderOfCall, readCall } from "../orders/index.ts";
import { authorize } from "../platform/access.ts";
import { toShanghaiIso } from "../platform/clock.ts";
import type { Ctx } from "../platform/context.ts";
import { scoreOfCall } from "../qa/index.ts";
import type { CallResult, OrderResult } from "./schema.ts";

/** The order in the shape of contracts.md section 2. */
export function orderResult(order: Order): OrderResult {
  const {
    callId: _,
    answers: __,
    directAnswer: ___,
    dispatchedTo: ____,
    createdAt: _____,
    updatedAt: ______,
    heard: _______,
    ...rest
  } = order;
  const confirmedAt = order.confirmedAt && toShanghaiIso(order.confirmedAt);
  return { ...rest, clocks: order.clocks ?? [], confirmedAt };
}

/** Everything the engines and people made of a call. What is not there yet is absent. */
export async function readResult(ctx: Ctx, id: string): Promise<CallResult> {
  authorize(ctx.actor, "call.read");
  const { row } = await readCall(ctx.db, ctx.actor, id);
  return resultOf(ctx, row, await orderOfCall(ctx.db, id));
}

/** The result of a call that its reader was let to. */
export async function resultOf(ctx: Ctx, row: CallRow, order?: Order): Promise<CallResult> {
  // Nothing is judged before the call is over.
  const isJudged = row.state !== "live";
  const qa = isJudged ? await scoreOfCall(ctx.db, row.id) : undefined;
  const callback = isJudged ? await reviewOfCall(ctx.db, row.id) : undefined;
  return {
    id: row.id,
    state: row.state,
    failure: row.failure,
    ...(order ? { order: orderResult(order), answers: order.answers ?? [], directAnswer: order.directAnswer } : {}),
    ...(qa ? { qa: { score: qa.score, band: qa.band, items: qa.items } } : {}),
    ...(callback ? { callback } : {}),
  };
}
