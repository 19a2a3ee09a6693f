import { type ListCalls, listCalls } from "../orders/index.ts";
import { toShanghaiIso } from "../platform/clock.ts";
import type { Ctx } from "../platform/context.ts";
import { scoresOfCalls } from "../qa/index.ts";
import type { CallListEntry } from "./schema.ts";

/** The calls that the actor may see, newest first, with the head of the order and the score. */
export async function listCallEntries(ctx: Ctx, filter: ListCalls): Promise<CallListEntry[]> {
  const calls = await listCalls(ctx, filter);
  const scores = calls.length
    ? await scoresOfCalls(
        ctx.db,
        calls.map((call) => call.id),
      )
    : [];
  const scoreOf = new Map(scores.map((score) => [score.callId, score]));
  return calls.map((call) => {
    const score = scoreOf.get(call.id);
    return {
      id: call.id,
      direction: call.direction,
      startedAt: toShanghaiIso(call.startedAt),
      agentId: call.agentId,
      state: call.state,
      failure: call.failure,
      title: call.title ?? call.callbackOrder?.title ?? null,
      order: orderHead(call),
      score: score?.score ?? null,
      deductions: score ? score.items.filter((item) => item.verdict === "扣分").length : null,
    };
  });
}

function orderHead(call: Awaited<ReturnType<typeof listCalls>>[number]): CallListEntry["order"] {
  const { orderId, orderState, kind, urgent, missing, agencies, clocks } = call;
  if (!orderId || !orderState || !kind || !urgent || !missing) return null;
  const lead = { lead: agencies?.lead ?? null, leadConfidence: agencies?.confidence ?? 0 };
  return { id: orderId, state: orderState, kind, urgent, missing, ...lead, clocks: clocks ?? [] };
}
