import { type Call, receiveCall } from "../orders/index.ts";
import type { Ctx } from "../platform/context.ts";
import { processCallJob } from "./jobs.ts";

/** Takes a call in and rings for its processing. The call is safe before the bell rings. */
export async function receiveAndRing(ctx: Ctx, call: Call): Promise<{ id: string; isNew: boolean }> {
  const received = await receiveCall(ctx, call);
  if (received.isNew) {
    ctx.events.publish({ callId: received.id, what: "received" });
    await ctx.ring(processCallJob, { id: received.id });
  }
  return received;
}
