import { authorize } from "../../platform/access.ts";
import type { Ctx, Db } from "../../platform/context.ts";
import { plainOf } from "./bags.ts";
import { countArticle, emptyStatistics, packCounts } from "./statistics.ts";
import { countPresent, learnedRows, saveLearned, selectWords, type VersionKey } from "./store.ts";

const articlesAtOnce = 500;
/** A base that grew or shrank by less says the same about its words. */
const worthwhileShare = 0.05;

/** Counts anew in how many articles each word stands. Does nothing while the base is about as large as at the last count. */
export async function refreshStatistics(ctx: Ctx): Promise<{ counted: number }> {
  authorize(ctx.actor, "article.edit");
  if (!(await areStale(ctx.db))) return { counted: 0 };
  const statistics = emptyStatistics();
  for (let after: VersionKey | null = null; ; ) {
    const page = await selectWords(ctx.db, after, articlesAtOnce);
    for (const { title, body, words } of page)
      countArticle(statistics, {
        plain: `${plainOf(title)}。${plainOf(body)}`,
        words: words.filter((word) => !word.startsWith("^")),
      });
    after = page.at(-1) ?? null;
    if (page.length < articlesAtOnce) break;
    ctx.signal.throwIfAborted();
  }
  const { articles } = statistics;
  await ctx.inTransaction((tx) =>
    saveLearned(tx, { id: "statistics", rows: articles, content: packCounts(statistics), learnedAt: ctx.now() }),
  );
  return { counted: articles };
}

/** Whether the base has changed so much that its figures no longer fit. */
export async function areStale(db: Db): Promise<boolean> {
  const [present, counted] = [await countPresent(db), await learnedRows(db, "statistics")];
  return Math.abs(present - counted) > worthwhileShare * Math.max(present, counted);
}
