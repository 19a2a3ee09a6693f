import type { Ctx } from "../../platform/context.ts";
import type { Article } from "../store.ts";
import { closeVersions } from "../store-versions.ts";
import { wholeSecond } from "../version-of.ts";
import type { RetireArticle } from "./schema.ts";
import { stepArticle } from "./step-article.ts";

/**
 * From now on nobody finds it; what it said at a moment before stays. A draft is put aside the same way.
 * Throws AppError `conflict`, `not_found`, `forbidden`.
 */
export function retireArticle(ctx: Ctx, id: string, { version, reason }: RetireArticle): Promise<Article> {
  return stepArticle(ctx, { id, version, action: "retire" }, async (tx, before) => {
    await closeVersions(tx, [id], wholeSecond(ctx.now()));
    const nothing = { publishedVersion: null, scheduledVersion: null, publishAt: null, reviewDueAt: null };
    const note = { kind: "retired", text: reason, number: before.publishedVersion } as const;
    return { set: { state: "retired", submittedBy: null, checkedBy: null, ...nothing }, note };
  });
}
