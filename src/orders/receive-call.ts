import { createHash } from "node:crypto";
import { authorize } from "../platform/access.ts";
import { record } from "../platform/audit.ts";
import type { Ctx } from "../platform/context.ts";
import { AppError } from "../platform/errors.ts";
import type { Call } from "./schema.ts";
import { inputHashOf, insertCall } from "./store.ts";

/**
 * Takes a call in: row, utterances and audit in one transaction. The same call sent again is the same call (`isNew` false).
 * Throws AppError `conflict` when the id belongs to another call.
 */
export async function receiveCall(ctx: Ctx, call: Call): Promise<{ id: string; isNew: boolean }> {
  authorize(ctx.actor, "call.receive");
  const inputHash = createHash("sha256").update(JSON.stringify(call)).digest("hex");
  const isNew = await ctx.inTransaction(async (tx) => {
    const row = {
      id: call.id,
      direction: call.direction,
      startedAt: new Date(call.startedAt),
      callerNumber: call.callerNumber ?? null,
      agentId: call.agentId ?? null,
      callbackOrder: call.order ?? null,
      inputHash,
      state: "received" as const,
      failure: null,
      receivedAt: ctx.now(),
      processedAt: null,
      openedBy: null,
    };
    const inserted = await insertCall(tx, row, call.utterances);
    if (inserted) record(tx, ctx, "call.receive", call.id, { utterances: call.utterances.length });
    return inserted;
  });
  if (!isNew && (await inputHashOf(ctx.db, call.id)) !== inputHash) {
    throw new AppError("conflict", `编号 ${call.id} 已有另一通内容不同的通话，请换一个编号`);
  }
  return { id: call.id, isNew };
}
