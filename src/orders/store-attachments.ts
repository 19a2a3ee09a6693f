import { and, asc, count, eq } from "drizzle-orm";
import type { Db } from "../platform/context.ts";
import { notFound } from "../platform/errors.ts";
import type { Attachment } from "./schema.ts";
import { attachments, calls } from "./table.ts";

export type AttachmentRow = typeof attachments.$inferSelect;

export const attachmentHead = ({ id, name, sizeBytes, type }: AttachmentRow): Attachment => ({
  id,
  name,
  sizeBytes,
  type,
});

/** The files of a call, oldest first. */
export const attachmentsOf = (db: Db, callId: string): Promise<AttachmentRow[]> =>
  db
    .select()
    .from(attachments)
    .where(eq(attachments.callId, callId))
    .orderBy(asc(attachments.addedAt), asc(attachments.id));

/** Throws AppError `not_found` when the call has no such file. */
export async function findAttachment(db: Db, callId: string, id: string): Promise<AttachmentRow> {
  const [row] = await db
    .select()
    .from(attachments)
    .where(and(eq(attachments.callId, callId), eq(attachments.id, id)));
  if (!row) throw notFound("附件");
  return row;
}

/** How many files a call has. Others who add one wait until the commit. */
export async function countAttachments(tx: Db, callId: string): Promise<number> {
  await tx.select({ id: calls.id }).from(calls).where(eq(calls.id, callId)).for("no key update");
  const [row] = await tx.select({ n: count() }).from(attachments).where(eq(attachments.callId, callId));
  return row?.n ?? 0;
}

/** The file of a call with this content. */
export const attachmentBySha256 = async (db: Db, callId: string, sha256: string): Promise<AttachmentRow | undefined> =>
  (
    await db
      .select()
      .from(attachments)
      .where(and(eq(attachments.callId, callId), eq(attachments.sha256, sha256)))
  )[0];

export const insertAttachment = (tx: Db, row: AttachmentRow) => tx.insert(attachments).values(row);
