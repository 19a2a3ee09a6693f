import { basename } from "node:path";
import { Call, type Direction } from "../orders/index.ts";
import { authorize } from "../platform/access.ts";
import { toShanghaiIso } from "../platform/clock.ts";
import type { Ctx } from "../platform/context.ts";
import { AppError } from "../platform/errors.ts";

/**
 * Turns a recording into a call of contracts.md section 1, with the engine that heard it.
 * Throws AppError `unreadable` when the engine cannot read the file or hears nothing.
 */
export async function transcribeFile(
  ctx: Ctx,
  input: { path: string; direction: Direction },
): Promise<{ call: Call; engine: string; durationMs: number }> {
  authorize(ctx.actor, "call.receive");
  const { agencies, city } = ctx.rules;
  const hotWords = [...agencies.map((agency) => agency.name), ...city.districts.map((district) => district.name)];
  const { utterances, engine, durationMs } = await ctx.transcriber.transcribe(
    { path: input.path },
    { hotWords, signal: ctx.signal },
  );
  const call = Call.safeParse({
    id: basename(input.path),
    direction: input.direction,
    startedAt: toShanghaiIso(ctx.now()),
    utterances,
  });
  if (!call.success) throw new AppError("unreadable", "录音里没有可用的话语", { detail: call.error.issues });
  return { call: call.data, engine, durationMs };
}
