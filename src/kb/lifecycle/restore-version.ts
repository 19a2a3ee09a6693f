import type { Ctx } from "../../platform/context.ts";
import type { Article } from "../store.ts";
import { findVersion } from "../store-versions.ts";
import { changedFields, contentOf } from "./content.ts";
import { draftAgain } from "./edit-article.ts";
import type { RestoreVersion } from "./schema.ts";
import { stepArticle } from "./step-article.ts";

/**
 * Puts the words of an old version into the working copy, to be checked and published like any other.
 * Throws AppError `conflict`, `not_found` (also for a version that is not there), `forbidden`.
 */
export function restoreVersion(ctx: Ctx, id: string, { version, number }: RestoreVersion): Promise<Article> {
  return stepArticle(ctx, { id, version, action: "restore" }, async (tx, before) => {
    const content = contentOf(await findVersion(tx, id, number));
    if (!changedFields(before, content).length) return null;
    return { set: { ...content, ...draftAgain(ctx, before) }, note: { kind: "restored", number }, change: { number } };
  });
}
