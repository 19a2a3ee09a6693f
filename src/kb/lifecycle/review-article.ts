import { authorize } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { Article } from "../store.ts";
import { dateOrNull } from "./content.ts";
import type { ReviewArticle } from "./schema.ts";
import { holdArticle, insertNote, updateArticle } from "./store.ts";

/**
 * Somebody looked and it is still right: the next date, and nothing else changes.
 * Throws AppError `conflict` with the present row, `not_found`, `forbidden`.
 */
export async function reviewArticle(ctx: Ctx, id: string, { version, reviewDueAt }: ReviewArticle): Promise<Article> {
  authorize(ctx.actor, "article.edit");
  return ctx.inTransaction(async (tx) => {
    const before = await holdArticle(tx, id);
    if (before.version !== version)
      throw new AppError("conflict", "内容刚被他人修改，请核对后再操作", { present: before });
    const after = await updateArticle(tx, id, { reviewDueAt: dateOrNull(reviewDueAt), updatedAt: ctx.now() });
    await insertNote(tx, ctx, id, { kind: "reviewed", number: before.publishedVersion });
    record(tx, ctx, "article.review", id, { version: after.version });
    return after;
  });
}
