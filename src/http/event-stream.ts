import type { Context } from "hono";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import { findCall } from "../orders/index.ts";
import type { Ctx } from "../platform/context.ts";
import { AppError } from "../platform/errors.ts";
import type { CallEvent } from "../platform/events.ts";
import type { SignedInEnv } from "./env.ts";
import { type EventInbox, openEventInbox } from "./event-inbox.ts";

type Options = {
  /** One call only; all visible ones when absent. */
  callId?: string;
  /** Whether the reader is still signed in; asked once in `heartbeatMs`. */
  isStillIn: () => Promise<boolean>;
  heartbeatMs: number;
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
  const isFor = ({ callId: about, what }: CallEvent) =>
    callId === undefined ? !isOfOneCall.has(what) : about === callId;
  const inbox = openEventInbox(ctx.events, isFor, ctx.signal);
  const response = streamSSE(c, async (stream) => {
    stream.onAbort(inbox.close);
    const leave = enter(ctx, callId);
    try {
      await tell(stream, ctx, inbox, options);
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

async function tell(stream: SSEStreamingApi, ctx: Ctx, inbox: EventInbox, options: Options): Promise<void> {
  await stream.writeSSE({ event: "hello", data: "{}" });
  let checkedMs = performance.now();
  for (;;) {
    const events = await inbox.next(options.heartbeatMs);
    if (!events) return;
    if (performance.now() - checkedMs >= options.heartbeatMs) {
      if (!(await options.isStillIn())) return;
      checkedMs = performance.now();
    }
    if (!events.length) await stream.write(": heartbeat\n\n");
    for (const event of events) {
      if (await isVisible(ctx, event.callId)) await stream.writeSSE({ event: "call", data: JSON.stringify(event) });
    }
  }
}

async function isVisible(ctx: Ctx, callId: string): Promise<boolean> {
  try {
    await findCall(ctx.db, ctx.actor, callId);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.fault === "not_found") return false;
    throw error;
  }
}
