import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import { findCall } from "../orders/index.ts";
import type { Ctx } from "../platform/context.ts";
import { AppError } from "../platform/errors.ts";
import type { CallEvent } from "../platform/events.ts";
import type { SignedInEnv } from "./env.ts";

const defaultBeatMs = 15_000;
/** A reader that takes nothing for so many events is cut off; it comes back and asks for the rows again. */
const mostWaiting = 1_000;

type Options = {
  /** One call only; all visible ones when absent. */
  callId?: string;
  /** Whether the reader is still signed in; asked once in `heartbeatMs`. */
  isStillIn: () => Promise<boolean>;
  heartbeatMs?: number;
};

/**
 * Streams which calls changed, to a reader who may see them at that moment. Ids only.
 * Ends when the reader leaves, is signed out, or the stream fails; then nothing listens any more.
 */
export function streamCallEvents(c: Context<SignedInEnv>, options: Options): Response {
  const { ctx } = c.var;
  const beatMs = options.heartbeatMs ?? defaultBeatMs;
  const waiting: CallEvent[] = [];
  let wake = () => {};
  let isOver = false;
  const end = () => {
    isOver = true;
    wake();
  };
  const unlisten = ctx.events.listen((event) => {
    if (options.callId !== undefined && event.callId !== options.callId) return;
    if (waiting.push(event) > mostWaiting) end();
    wake();
  });
  const stop = () => {
    unlisten();
    end();
  };
  ctx.signal.addEventListener("abort", stop, { once: true });
  if (ctx.signal.aborted) stop();
  /** Waits for an event, the end or the next heartbeat. */
  const pause = async () => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    await new Promise<void>((resolve) => {
      wake = resolve;
      timer = setTimeout(resolve, beatMs);
      if (waiting.length || isOver) resolve();
    });
    clearTimeout(timer);
  };

  const response = streamSSE(c, async (stream) => {
    stream.onAbort(stop);
    try {
      await stream.writeSSE({ event: "hello", data: "{}" });
      let checkedMs = performance.now();
      while (!isOver) {
        await pause();
        if (isOver) break;
        if (performance.now() - checkedMs >= beatMs) {
          if (!(await options.isStillIn())) break;
          checkedMs = performance.now();
        }
        if (!waiting.length) await stream.write(": heartbeat\n\n");
        for (const event of waiting.splice(0)) {
          if (await isVisible(ctx, event.callId)) await stream.writeSSE({ event: "call", data: JSON.stringify(event) });
        }
      }
    } catch (error) {
      // hono would send the words of the error to the reader.
      ctx.log.warn(
        { requestId: ctx.requestId, error: error instanceof Error ? error.name : "unknown" },
        "event stream",
      );
    } finally {
      stop();
      ctx.signal.removeEventListener("abort", stop);
    }
  });
  // A proxy that gathers the answer would hold events back.
  response.headers.set("X-Accel-Buffering", "no");
  return response;
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
