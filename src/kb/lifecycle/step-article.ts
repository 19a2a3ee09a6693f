import { authorize } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx, Db } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { Article } from "../store.ts";
import { actionPermission, blockOf } from "./blocked.ts";
import type { ArticleAction } from "./schema.ts";
import { holdArticle, insertNote, type NewNote, updateArticle } from "./store.ts";
import { twoPersonWhy } from "./two-person.ts";

/** What a step makes of the row, what is kept of it, and what the audit says besides. Null: nothing changes. */
export type StepResult = { set: Partial<Article>; note: NewNote; change?: Record<string, unknown> } | null;

/**
 * One step of an article's life: asks for the permission, that the person saw the row as it stands, and that the step is theirs
 * to take; then changes the row, keeps the note and the audit in one transaction.
 * Throws AppError `not_found`, `forbidden`, and `conflict` with the present row.
 */
export async function stepArticle(
  ctx: Ctx,
  input: { id: string; version: number; action: ArticleAction },
  work: (tx: Db, before: Article) => Promise<StepResult> | StepResult,
): Promise<Article> {
  const { id, version, action } = input;
  authorize(ctx.actor, actionPermission(action));
  return ctx.inTransaction(async (tx) => {
    const before = await holdArticle(tx, id);
    refuseStep(ctx, before, version, action);
    const result = await work(tx, before);
    if (!result) return before;
    const after = await updateArticle(tx, id, { updatedAt: ctx.now(), ...result.set });
    await insertNote(tx, ctx, id, result.note);
    record(tx, ctx, `article.${action}`, id, { version: after.version, ...result.change });
    return after;
  });
}

/** Throws when the row is not what the person saw, or the step is not theirs to take. */
export function refuseStep(ctx: Ctx, article: Article, version: number, action: ArticleAction): void {
  if (article.version !== version) {
    const words = "内容刚被他人修改。您填写的内容仍在屏幕上，请核对最新内容后再操作";
    throw new AppError("conflict", words, { present: article });
  }
  const facts = { ...article, twoPersonWhy: twoPersonWhy(ctx.rules, article) };
  const block = blockOf(ctx.actor, facts, action);
  if (block) throw new AppError(block.fault, block.why, block.fault === "conflict" ? { present: article } : {});
}
