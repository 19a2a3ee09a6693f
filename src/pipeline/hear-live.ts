import { appendUtterances, type Call, type CallRow, type LivePost, type Utterance } from "../orders/index.ts";
import { toShanghaiIso } from "../platform/clock.ts";
import { type Ctx, systemCtx } from "../platform/context.ts";
import { askLater } from "./ask-live.ts";
import { draftLive } from "./draft-live.ts";
import { processCallJob } from "./jobs.ts";
import type { LiveReceipt } from "./schema.ts";

/**
 * Takes in what was said in a live call, drafts it anew and tells open screens. The words are safe before anything is drafted:
 * a draft that fails is made again with the next ones, or when the call is over. With `ended` the usual processing follows.
 */
export async function hearLive(ctx: Ctx, id: string, post: LivePost): Promise<LiveReceipt> {
  const { row, isOpened, isEnded, received, spoken } = await appendUtterances(ctx, id, post);
  if (isOpened) ctx.events.publish({ callId: id, what: "received" });
  if (spoken) {
    await redraftFor(ctx, callOf(row, spoken));
    ctx.events.publish({ callId: id, what: "drafted" });
  }
  if (isEnded) {
    ctx.events.publish({ callId: id, what: "received" });
    await ctx.ring(processCallJob, { id });
  }
  return { id, received, state: row.state };
}

async function redraftFor(ctx: Ctx, call: Call): Promise<void> {
  if (call.direction === "callback") return;
  // The engines draft, not the one who posts: the audit says so.
  const engine = systemCtx(ctx, "draft-live", ctx.signal, ctx.requestId);
  try {
    const redrafted = await draftLive(engine, call);
    if (redrafted.after.urgent === "紧急" && redrafted.before?.urgent !== "紧急")
      ctx.events.publish({ callId: call.id, what: "alarm" });
    askLater(engine, call, redrafted);
  } catch (error) {
    ctx.log.warn(
      { requestId: ctx.requestId, error: error instanceof Error ? error.name : "unknown" },
      "live draft failed",
    );
  }
}

const callOf = (row: CallRow, utterances: Utterance[]): Call => ({
  id: row.id,
  direction: row.direction,
  startedAt: toShanghaiIso(row.startedAt),
  callerNumber: row.callerNumber,
  agentId: row.agentId,
  order: row.callbackOrder,
  utterances,
});
