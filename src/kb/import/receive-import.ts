import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import { authorize } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { personOf } from "../version-of.ts";
import { importJob } from "./jobs.ts";
import { type ArticleImport, findImport, insertImport } from "./store-imports.ts";

const largestBytes = 200 * 1024 * 1024;

/**
 * Keeps a file of articles and has it read in the background; bytes are streamed to the store.
 * Throws AppError `invalid` for an empty file, `too_large` past 200 MB.
 */
export async function receiveImport(ctx: Ctx, name: string, bytes: Readable): Promise<ArticleImport> {
  authorize(ctx.actor, "article.edit");
  const { sha256, sizeBytes } = await ctx.importStore.save(bytes, { maxBytes: largestBytes, signal: ctx.signal });
  if (!sizeBytes) throw new AppError("invalid", "文件是空的");
  const id = randomUUID();
  const now = ctx.now();
  const row = { id, name: plainName(name), sha256, sizeBytes, state: "reading" as const, createdBy: personOf(ctx) };
  await ctx.inTransaction(async (tx) => {
    await insertImport(tx, { ...row, createdAt: now, updatedAt: now });
    record(tx, ctx, "article.import.receive", id, { sizeBytes });
  });
  await ctx.ring(importJob, { id });
  return findImport(ctx.db, id);
}

/** A name alone, without folders or characters that are no part of a name. */
const plainName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? "").replace(/[\p{Cc}"<>|:*?]/gu, "_").trim() || "导入文件";
