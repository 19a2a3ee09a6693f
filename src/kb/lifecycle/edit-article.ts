import type { Ctx } from "../../platform/context.ts";
import type { Article } from "../store.ts";
import { personOf } from "../version-of.ts";
import { changedContent, changedFields, dateOrNull } from "./content.ts";
import type { EditArticle } from "./schema.ts";
import { stepArticle } from "./step-article.ts";

/**
 * Changes the working copy, which is a draft again: an approval was for the words as they were. What readers see stays.
 * Throws AppError `conflict` with the present row when `version` is stale, `not_found`, `forbidden`, `invalid`.
 */
export function editArticle(ctx: Ctx, id: string, { version, changes }: EditArticle): Promise<Article> {
  return stepArticle(ctx, { id, version, action: "edit" }, (_, before) => {
    const content = changedContent(before, changes, ctx.rules, ctx.now());
    const fields = changedFields(before, content);
    const due = changes.reviewDueAt === undefined ? {} : { reviewDueAt: dateOrNull(changes.reviewDueAt) };
    if (!fields.length && !Object.keys(due).length) return null;
    const again = fields.length ? draftAgain(ctx, before) : {};
    return { set: { ...content, ...due, ...again }, note: { kind: "edited" }, change: { fields } };
  });
}

/** A working copy whose words change: whoever changes them is an author, and nobody has checked them. */
export function draftAgain(ctx: Ctx, { state, authors }: Article): Partial<Article> {
  const me = personOf(ctx);
  const before = state === "published" || state === "retired" ? [] : authors.filter(({ id }) => id !== me.id);
  return { state: "draft", authors: [...before, me], submittedBy: null, checkedBy: null };
}
