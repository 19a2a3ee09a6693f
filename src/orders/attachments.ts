import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import { actorName, authorize } from "../platform/access.ts";
import { record } from "../platform/audit.ts";
import type { Ctx } from "../platform/context.ts";
import { AppError } from "../platform/errors.ts";
import { plainName, typed } from "./file-type.ts";
import type { Attachment } from "./schema.ts";
import { findCall } from "./store.ts";
import {
  attachmentBySha256,
  attachmentHead,
  attachmentsOf,
  countAttachments,
  findAttachment,
  insertAttachment,
} from "./store-attachments.ts";

const largestBytes = 20 * 1024 * 1024;
const mostOfCall = 10;

/**
 * Keeps a file with a call; bytes are streamed to the store. The same file again is the same attachment.
 * Throws AppError `not_found`, `invalid` for what is no picture, PDF or text, `too_large` past 20 MB, `conflict` past ten files.
 */
export async function addAttachment(ctx: Ctx, callId: string, name: string, bytes: Readable): Promise<Attachment> {
  authorize(ctx.actor, "call.receive");
  await findCall(ctx.db, ctx.actor, callId);
  const { type, content } = await typed(bytes);
  const limit = { maxBytes: largestBytes, signal: ctx.signal };
  const { sha256, sizeBytes } = await ctx.attachmentStore.save(content, limit);
  return ctx.inTransaction(async (tx) => {
    const present = await countAttachments(tx, callId);
    const same = await attachmentBySha256(tx, callId, sha256);
    if (same) return attachmentHead(same);
    if (present >= mostOfCall) throw new AppError("conflict", `一通电话最多 ${mostOfCall} 个附件`);
    const id = randomUUID();
    const added = { addedBy: actorName(ctx.actor), addedAt: ctx.now() };
    const row = { id, callId, name: plainName(name), type, sizeBytes, sha256, ...added };
    await insertAttachment(tx, row);
    record(tx, ctx, "attachment.add", callId, { attachment: id, sizeBytes, type });
    return attachmentHead(row);
  });
}

/** The heads of a call's files. For callers that were let to the call. */
export const listAttachments = async (ctx: Ctx, callId: string): Promise<Attachment[]> =>
  (await attachmentsOf(ctx.db, callId)).map(attachmentHead);

/** A file of a call, to stream. Who opened it is on record before its first byte. Throws AppError `not_found`. */
export async function openAttachment(
  ctx: Ctx,
  callId: string,
  id: string,
): Promise<{ head: Attachment; bytes: Readable }> {
  authorize(ctx.actor, "call.read");
  await findCall(ctx.db, ctx.actor, callId);
  const row = await findAttachment(ctx.db, callId, id);
  const bytes = await ctx.attachmentStore.open(row.sha256);
  await ctx.inTransaction(async (tx) => record(tx, ctx, "attachment.read", callId, { attachment: id }));
  return { head: attachmentHead(row), bytes };
}
