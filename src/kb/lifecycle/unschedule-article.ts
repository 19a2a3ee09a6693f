import type { Ctx } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { Article } from "../store.ts";
import { showUntil } from "../store-versions.ts";
import type { ArticleStep } from "./schema.ts";
import { stepArticle } from "./step-article.ts";

/**
 * Takes a moment of publishing back: the version that waited is never shown, the one before it stays. The approval holds.
 * Throws AppError `conflict` when nothing waits or the moment has come, `not_found`, `forbidden`.
 */
export function unscheduleArticle(ctx: Ctx, id: string, { version }: ArticleStep): Promise<Article> {
  return stepArticle(ctx, { id, version, action: "unschedule" }, async (tx, before) => {
    const { publishAt, scheduledVersion, publishedVersion } = before;
    if (!publishAt || scheduledVersion === null || publishAt <= ctx.now())
      throw new AppError("conflict", "定时的时刻已到，新版本已经在用", { present: before });
    await showUntil(tx, id, scheduledVersion, publishAt);
    if (publishedVersion !== null) await showUntil(tx, id, publishedVersion, null);
    const note = { kind: "unscheduled", number: scheduledVersion } as const;
    return { set: { publishAt: null, scheduledVersion: null }, note };
  });
}
