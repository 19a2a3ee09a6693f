import { authorize } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { personOf } from "../version-of.ts";
import { importJob } from "./jobs.ts";
import { removeFile } from "./remove-file.ts";
import type { ChangeImport, ImportState } from "./schema.ts";
import { type ArticleImport, changeImport, findImport } from "./store-imports.ts";
import { tellImport } from "./tell-import.ts";

type Decision = {
  id: string;
  version?: number;
  states: readonly ImportState[];
  action: string;
  change: Parameters<typeof changeImport>[2];
};

/** Throws AppError `not_found`, and `conflict` with the import as it stands when it is not in one of the states or has moved on. */
async function decide(ctx: Ctx, { id, version, states, action, change }: Decision): Promise<ArticleImport> {
  authorize(ctx.actor, "article.edit");
  const row = await ctx.inTransaction(async (tx) => {
    const expected = version === undefined ? { id, states } : { id, states, version };
    const changed = await changeImport(tx, expected, { ...change, updatedAt: ctx.now() });
    if (changed) record(tx, ctx, action, id);
    return changed;
  });
  if (!row) {
    const present = await findImport(ctx.db, id);
    throw new AppError("conflict", conflictWords(present, version), { present });
  }
  tellImport(ctx, row);
  return row;
}

const stateWords: Record<ImportState, string> = {
  reading: "文件还在读取",
  ready: "导入还没有确认",
  importing: "正在导入",
  done: "导入已完成",
  failed: "导入已失败",
  cancelled: "导入已取消",
};

const conflictWords = (present: ArticleImport, version: number | undefined): string =>
  version !== undefined && present.version !== version && present.state === "ready"
    ? "预览已更新，请看过再操作"
    : stateWords[present.state];

/** Says which column holds what, or how the text is written; the file is read again. */
export async function changeMapping(
  ctx: Ctx,
  { id, version, mapping, encoding }: ChangeImport,
): Promise<ArticleImport> {
  const change = { state: "reading" as const, mapping, encoding: encoding ?? null, ...unread };
  const row = await decide(ctx, { id, version, states: ["ready"], action: "article.import.map", change });
  await ctx.ring(importJob, { id });
  return row;
}

const unread = { preview: null, faults: [], faultCount: 0, done: 0, total: null, runId: null };

/** Has the job take the articles in. Throws AppError `conflict` also when the file holds none. */
export async function confirmImport(
  ctx: Ctx,
  { id, version, publish }: { id: string; version: number; publish: boolean },
): Promise<ArticleImport> {
  authorize(ctx.actor, "article.edit");
  const present = await findImport(ctx.db, id);
  if (present.state === "ready" && !present.preview?.counts.total)
    throw new AppError("conflict", "文件里没有可导入的知识", { present });
  const confirmed = { confirmedBy: personOf(ctx), confirmedAt: ctx.now() };
  const report = { created: 0, updated: 0, unchanged: 0, passages: 0 };
  const change = { state: "importing" as const, publish, done: 0, report, runId: null, ...confirmed };
  const row = await decide(ctx, { id, version, states: ["ready"], action: "article.import.confirm", change });
  await ctx.ring(importJob, { id });
  return row;
}

/** Throws a preview away, or stops a running import after its present batch; what is in stays in. */
export async function cancelImport(ctx: Ctx, { id }: { id: string }): Promise<ArticleImport> {
  const states = ["reading", "ready", "importing"] as const;
  const change = { state: "cancelled" as const, endedAt: ctx.now() };
  const row = await decide(ctx, { id, states, action: "article.import.cancel", change });
  await removeFile(ctx, row);
  return row;
}
