import { reviewOfCall } from "../callback/index.ts";
import { type Call, type CallRow, type Order, orderOfCall, readCall } from "../orders/index.ts";
import { authorize } from "../platform/access.ts";
import { record } from "../platform/audit.ts";
import { toShanghaiIso } from "../platform/clock.ts";
import type { Ctx } from "../platform/context.ts";
import { scoreOfCall } from "../qa/index.ts";
import type { CallResult, CallView, OrderResult } from "./schema.ts";

/** The order in the shape of contracts.md section 2. */
export function orderResult(order: Order): OrderResult {
  const {
    callId: _,
    answers: __,
    directAnswer: ___,
    dispatchedTo: ____,
    createdAt: _____,
    updatedAt: ______,
    ...rest
  } = order;
  const confirmedAt = order.confirmedAt && toShanghaiIso(order.confirmedAt);
  return { ...rest, clocks: order.clocks ?? [], confirmedAt };
}

/** Everything the engines and people made of a call. What is not there yet is absent. */
export async function readResult(ctx: Ctx, id: string): Promise<CallResult> {
  authorize(ctx.actor, "call.read");
  const { row } = await readCall(ctx.db, ctx.actor, id);
  return resultOf(ctx, row);
}

async function resultOf(ctx: Ctx, row: CallRow): Promise<CallResult> {
  const [order, qa, callback] = [
    await orderOfCall(ctx.db, row.id),
    await scoreOfCall(ctx.db, row.id),
    await reviewOfCall(ctx.db, row.id),
  ];
  return {
    id: row.id,
    state: row.state,
    failure: row.failure,
    ...(order ? { order: orderResult(order), answers: order.answers ?? [], directAnswer: order.directAnswer } : {}),
    ...(qa ? { qa: { score: qa.score, band: qa.band, items: qa.items } } : {}),
    ...(callback ? { callback } : {}),
  };
}

/** A call with its words and its result. Who read it is on record before the answer goes out. */
export async function readCallView(ctx: Ctx, id: string): Promise<CallView> {
  authorize(ctx.actor, "call.read");
  const { row, ...call } = await readCall(ctx.db, ctx.actor, id);
  const result = await resultOf(ctx, row);
  await ctx.inTransaction((tx) => record(tx, ctx, "call.read", id));
  return { ...result, call: spoken(call) };
}

const spoken = (call: Call): CallView["call"] => ({
  direction: call.direction,
  startedAt: call.startedAt,
  callerNumber: call.callerNumber ?? null,
  agentId: call.agentId ?? null,
  about: call.order ?? null,
  utterances: call.utterances,
});
