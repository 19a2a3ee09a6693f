import { actorName, displayName } from "../platform/access.ts";
import type { Ctx } from "../platform/context.ts";
import { contentOf } from "./lifecycle/content.ts";
import type { Person } from "./schema.ts";
import type { Article } from "./store.ts";
import type { NewVersion } from "./store-versions.ts";

/** Who acts, as articles keep it. */
export const personOf = (ctx: Ctx): Person => ({ id: actorName(ctx.actor), name: displayName(ctx.actor) });

type Publishing = {
  articleId: string;
  number: number;
  /** Null: always. */
  shownFrom: Date | null;
  by: Person;
  now: Date;
};

/** The working copy as a version that never changes. */
export const versionOf = (row: Article, publishing: Publishing): NewVersion => ({
  articleId: publishing.articleId,
  number: publishing.number,
  ...contentOf(row),
  shownFrom: publishing.shownFrom,
  shownUntil: null,
  authors: row.authors,
  checkedBy: row.checkedBy,
  publishedBy: publishing.by,
  publishedAt: publishing.now,
});

/** The second a moment is in: searches ask to the second, and what was just published must be found by the next one. */
export const wholeSecond = (moment: Date): Date => new Date(Math.floor(moment.getTime() / 1000) * 1000);
