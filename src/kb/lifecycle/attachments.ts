import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import { plainName, typed } from "../../orders/index.ts";
import { actorName, authorize } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { findArticle } from "../store.ts";
import {
  type ArticleAttachment,
  attachmentBySha256,
  countAttachments,
  deleteAttachment,
  findAttachment,
  insertAttachment,
} from "./store-attachments.ts";

const largestBytes = 20 * 1024 * 1024;
const mostOfArticle = 10;

/**
 * Keeps a form or paper with an article, for everybody who may read it. The same file again is the same attachment. Throws
 * AppError `not_found`, `invalid` for what is no picture, PDF or text, `too_large` past 20 MB, `conflict` past ten files.
 */
export async function addArticleAttachment(
  ctx: Ctx,
  articleId: string,
  name: string,
  bytes: Readable,
): Promise<ArticleAttachment> {
  authorize(ctx.actor, "article.edit");
  await findArticle(ctx.db, ctx.actor, articleId, ctx.now());
  const { type, content } = await typed(bytes);
  const { sha256, sizeBytes } = await ctx.attachmentStore.save(content, {
    maxBytes: largestBytes,
    signal: ctx.signal,
  });
  return ctx.inTransaction(async (tx) => {
    const present = await countAttachments(tx, articleId);
    const same = await attachmentBySha256(tx, articleId, sha256);
    if (same) return same;
    if (present >= mostOfArticle) throw new AppError("conflict", `一篇知识最多 ${mostOfArticle} 个附件`);
    const added = { addedBy: actorName(ctx.actor), addedAt: ctx.now() };
    const row = { id: randomUUID(), articleId, name: plainName(name), type, sizeBytes, sha256, ...added };
    await insertAttachment(tx, row);
    record(tx, ctx, "article.attach", articleId, { attachment: row.id, sizeBytes, type });
    return row;
  });
}

/** A file of an article that one may read, to stream. Throws AppError `not_found`, `forbidden`. */
export async function openArticleAttachment(
  ctx: Ctx,
  articleId: string,
  id: string,
): Promise<{ head: ArticleAttachment; bytes: Readable }> {
  authorize(ctx.actor, "article.read");
  await findArticle(ctx.db, ctx.actor, articleId, ctx.now());
  const head = await findAttachment(ctx.db, articleId, id);
  return { head, bytes: await ctx.attachmentStore.open(head.sha256) };
}

/** Takes a file off an article. Throws AppError `not_found`, `forbidden`. */
export async function removeArticleAttachment(ctx: Ctx, articleId: string, id: string): Promise<void> {
  authorize(ctx.actor, "article.edit");
  await ctx.inTransaction(async (tx) => {
    await deleteAttachment(tx, articleId, id);
    record(tx, ctx, "article.detach", articleId, { attachment: id });
  });
}
