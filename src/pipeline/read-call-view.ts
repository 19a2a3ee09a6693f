import { recordQuality } from "../classify/index.ts";
import { answersInView } from "../kb/index.ts";
import {
  type Call,
  type CallRow,
  earlierOrders,
  listAttachments,
  type Order,
  orderOfCall,
  readCall,
  recordingHead,
  recordingOfCall,
} from "../orders/index.ts";
import { authorize } from "../platform/access.ts";
import { record } from "../platform/audit.ts";
import { toShanghaiIso } from "../platform/clock.ts";
import { type Ctx, systemCtx } from "../platform/context.ts";
import { alarmFor, asksFor, wordsFor } from "./agent-help.ts";
import { draftLive } from "./draft-live.ts";
import { resultOf } from "./read-result.ts";
import type { CallView, EarlierOrder, RecordQuality } from "./schema.ts";

/**
 * A call with its words, its result and what helps the agent in it. Who read it, and which earlier orders with it, is on record
 * before the answer goes out; who has the events of a live call open is on record for that.
 */
export async function readCallView(ctx: Ctx, id: string): Promise<CallView> {
  authorize(ctx.actor, "call.read");
  const { row, ...call } = await readCall(ctx.db, ctx.actor, id);
  const order = await presentOrder(ctx, row, call);
  const result = await resultOf(ctx, row, order);
  const answers = await answersInView(ctx, call, order);
  const earlier = await earlierOf(ctx, row);
  const attachments = await listAttachments(ctx, id);
  const recording = await recordingOfCall(ctx.db, id);
  const viewers = ctx.viewers.on(id);
  const isWatched = row.state === "live" && viewers.some(({ userId }) => isSelf(ctx, userId));
  if (!isWatched)
    await ctx.inTransaction(async (tx) =>
      record(tx, ctx, "call.read", id, { earlier: earlier.map(({ orderId }) => orderId) }),
    );
  return {
    ...result,
    ...answers,
    call: spoken(call),
    live: row.state === "live",
    alarm: order ? alarmFor(ctx.rules, order) : null,
    asks: order ? asksFor(ctx.rules, order) : [],
    ...wordsFor(ctx.rules, call),
    quality: order ? qualityOf(ctx, call, order) : null,
    viewers: viewers.filter(({ userId }) => !isSelf(ctx, userId)).map(({ name }) => name),
    earlier,
    attachments,
    recording: recording ? recordingHead(recording) : null,
  };
}

function qualityOf(ctx: Ctx, call: Call, order: Order): RecordQuality {
  const { score, items } = recordQuality(ctx.rules, call, order);
  return { score, items: [...items] };
}

const isSelf = (ctx: Ctx, userId: string): boolean => ctx.actor.kind === "user" && ctx.actor.userId === userId;

/** The order; of a live call the draft of all that was said, also when a crash came between the words and their draft. */
async function presentOrder(ctx: Ctx, row: CallRow, call: Call): Promise<Order | undefined> {
  const order = await orderOfCall(ctx.db, row.id);
  const isBehind = call.utterances.length > (order ? (order.heard ?? Number.POSITIVE_INFINITY) : 0);
  if (row.state !== "live" || call.direction === "callback" || !isBehind) return order;
  const engine = systemCtx(ctx, "draft-live", ctx.signal, ctx.requestId);
  try {
    return (await draftLive(engine, call)).after;
  } catch (error) {
    ctx.log.warn(
      { requestId: ctx.requestId, error: error instanceof Error ? error.name : "unknown" },
      "live draft failed",
    );
    return order;
  }
}

/** What the same number called about before, of what the reader may see. */
async function earlierOf(ctx: Ctx, row: CallRow): Promise<EarlierOrder[]> {
  if (!row.callerNumber?.trim()) return [];
  const found = await earlierOrders(ctx.db, ctx.actor, row);
  return found.map(({ startedAt, category, agencies, ...head }) => ({
    ...head,
    startedAt: toShanghaiIso(startedAt),
    item: category.item,
    lead: agencies?.lead ?? null,
  }));
}

const spoken = (call: Call): CallView["call"] => ({
  direction: call.direction,
  startedAt: call.startedAt,
  callerNumber: call.callerNumber ?? null,
  agentId: call.agentId ?? null,
  about: call.order ?? null,
  utterances: call.utterances,
});
