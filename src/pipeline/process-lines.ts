import { Call, receiveCall } from "../orders/index.ts";
import type { Ctx } from "../platform/context.ts";
import { type LineFault, mapJsonLines } from "../platform/json-lines.ts";
import { processCall } from "./process-call.ts";
import { readResult } from "./read-result.ts";
import type { CallResult } from "./schema.ts";

const together = 4;

/** Takes in and processes every call of JSON Lines at once, without the queue, and gives the results in order. */
export function processLines(ctx: Ctx, lines: AsyncIterable<string>): AsyncGenerator<CallResult | LineFault> {
  return mapJsonLines(lines, Call, (call) => processOne(ctx, call), together);
}

/** Takes in and processes one call. */
export async function processOne(ctx: Ctx, call: Call): Promise<CallResult> {
  await receiveCall(ctx, call);
  await processCall(ctx, { id: call.id });
  return readResult(ctx, call.id);
}
