import { randomUUID } from "node:crypto";
import type { Ctx } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { previewImport } from "./preview-import.ts";
import { removeFile } from "./remove-file.ts";
import { RunOver } from "./run-over.ts";
import { type ArticleImport, changeImport, findImport, takeImport } from "./store-imports.ts";
import { takeIn } from "./take-in.ts";
import { tellImport } from "./tell-import.ts";

/** A preview that nobody confirmed for a week is thrown away with its file. */
export const forgottenMs = 7 * 24 * 3600 * 1000;

/**
 * Does what an import waits for: looks through the file, or takes the articles in, going on where a run before it was cut off. May run
 * twice: each batch is written together with how far it is, and by the newest run only.
 */
export async function runImport(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const row = await takeImport(ctx.db, id, randomUUID(), ctx.now());
  if (!row) return forget(ctx, id);
  try {
    await (row.state === "reading" ? previewImport(ctx, row) : takeIn(ctx, row));
  } catch (error) {
    if (error instanceof RunOver) return;
    if (!(error instanceof AppError) || error.fault !== "unreadable") throw error;
    return giveUpImport(ctx, { id }, error.message);
  }
  const ended = await findImport(ctx.db, id);
  if (ended.state === "done") await removeFile(ctx, ended);
  tellImport(ctx, ended);
}

/** Ends an import that cannot go on, with the reason for people. */
export async function giveUpImport(ctx: Ctx, { id }: { id: string }, reason: string): Promise<void> {
  const change = { state: "failed" as const, failure: reason, endedAt: ctx.now() };
  await end(ctx, await changeImport(ctx.db, { id, states: ["reading", "importing"] }, change));
}

async function forget(ctx: Ctx, id: string): Promise<void> {
  const { state, updatedAt } = await findImport(ctx.db, id);
  if (state !== "ready" || ctx.now().getTime() - updatedAt.getTime() < forgottenMs) return;
  await end(ctx, await changeImport(ctx.db, { id, states: ["ready"] }, { state: "cancelled", endedAt: ctx.now() }));
}

async function end(ctx: Ctx, row: ArticleImport | null): Promise<void> {
  if (!row) return;
  await removeFile(ctx, row);
  tellImport(ctx, row);
}
