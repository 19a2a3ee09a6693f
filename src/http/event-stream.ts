import type { Context } from "hono";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import { findCall } from "../orders/index.ts";
import { may } from "../platform/access.ts";
import type { Ctx } from "../platform/context.ts";
import { AppError } from "../platform/errors.ts";
import type { BusEvent, CallEvent, ImportEvent } from "../platform/events.ts";
import type { SignedInEnv } from "./env.ts";
import { type EventInbox, openEventInbox } from "./event-inbox.ts";

type Reader = {
  /** Whether the reader is still signed in; asked once in `heartbeatMs`. */
  isStillIn: () => Promise<boolean>;
  heartbeatMs: number;
};
type Options = Reader & {
  /** One call only; all visible ones when absent. */
  callId?: string;
};

/** Only who has the call itself open hears these: of a hundred live calls each says one every four seconds. */
const isOfOneCall: ReadonlySet<CallEvent["what"]> = new Set(["drafted", "viewers"]);

/**
 * Streams which calls changed, to a reader who may see them at that moment. Ids only.
 * Ends when the reader leaves, is signed out, or the stream fails; then nothing listens any more.
 */
export function streamCallEvents(c: Context<SignedInEnv>, options: Options): Response {
  const { ctx } = c.var;
  const { callId } = options;
  const isFor = (event: BusEvent): event is CallEvent =>
    "callId" in event && (callId === undefined ? !isOfOneCall.has(event.what) : event.callId === callId);
  const inbox = openEventInbox(ctx.events, isFor, ctx.signal);
  const isVisible = async (event: CallEvent) =>
    event.what === "rescore" ? may(ctx.actor, "score.review") : isCallVisible(ctx, event.callId);
  return streamInbox(c, inbox, { ...options, name: "call", isVisible, enter: () => enter(ctx, callId) });
}

/** Streams how far one import of articles is, to a reader who may see it. */
export function streamImportEvents(c: Context<SignedInEnv>, importId: string, reader: Reader): Response {
  const isFor = (event: BusEvent): event is ImportEvent => "importId" in event && event.importId === importId;
  const inbox = openEventInbox(c.var.ctx.events, isFor, c.var.ctx.signal);
  return streamInbox(c, inbox, { ...reader, name: "import", isVisible: async () => true, enter: () => () => {} });
}

type Telling<Event> = Reader & {
  /** Of the events, as the reader hears them. */
  name: string;
  isVisible: (event: Event) => Promise<boolean>;
  /** The reader is there; gives what says that he has left. */
  enter: () => () => void;
};

function streamInbox<Event>(c: Context<SignedInEnv>, inbox: EventInbox<Event>, telling: Telling<Event>): Response {
  const { ctx } = c.var;
  const response = streamSSE(c, async (stream) => {
    stream.onAbort(inbox.close);
    const leave = telling.enter();
    try {
      await tell(stream, inbox, telling);
    } catch (error) {
      // hono would send the words of the error to the reader.
      const name = error instanceof Error ? error.name : "unknown";
      ctx.log.warn({ requestId: ctx.requestId, error: name }, "event stream");
    } finally {
      leave();
      inbox.close();
    }
  });
  // A proxy that gathers the answer would hold events back.
  response.headers.set("X-Accel-Buffering", "no");
  return response;
}

/** Counts the reader among those who have the call open. */
function enter({ actor, viewers }: Ctx, callId: string | undefined): () => void {
  if (callId === undefined || actor.kind !== "user") return () => {};
  return viewers.open(callId, actor);
}

async function tell<Event>(
  stream: SSEStreamingApi,
  inbox: EventInbox<Event>,
  { name, heartbeatMs, isStillIn, isVisible }: Telling<Event>,
): Promise<void> {
  await stream.writeSSE({ event: "hello", data: "{}" });
  let checkedMs = performance.now();
  for (;;) {
    const events = await inbox.next(heartbeatMs);
    if (!events) return;
    if (performance.now() - checkedMs >= heartbeatMs) {
      if (!(await isStillIn())) return;
      checkedMs = performance.now();
    }
    if (!events.length) await stream.write(": heartbeat\n\n");
    for (const event of events) {
      if (await isVisible(event)) await stream.writeSSE({ event: name, data: JSON.stringify(event) });
    }
  }
}

async function isCallVisible(ctx: Ctx, callId: string): Promise<boolean> {
  try {
    await findCall(ctx.db, ctx.actor, callId);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.fault === "not_found") return false;
    throw error;
  }
}
