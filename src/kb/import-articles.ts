import { authorize } from "../platform/access.ts";
import type { Ctx } from "../platform/context.ts";
import { type Compared, compareArticles } from "./import/compare-articles.ts";
import { type ImportedArticle, keyOf } from "./import/content-hash.ts";
import { prepareArticles, saveArticles } from "./import/save-articles.ts";
import { mergePostings } from "./postings/keep-postings.ts";
import type { ImportReport } from "./schema.ts";
import { refreshStatistics } from "./search/refresh-statistics.ts";
import { finishIndexes } from "./store.ts";

const articlesAtOnce = 100;

/**
 * Takes articles in as drafts, or published when `publish` is set; those with the same external id are changed. The same
 * import again changes nothing. A changed article that is imported without `publish` is a draft again, while the version that
 * readers see stays; with `publish` the new version holds from now on.
 */
export async function importArticles(
  ctx: Ctx,
  { articles, publish }: { articles: readonly ImportedArticle[]; publish: boolean },
): Promise<ImportReport> {
  authorize(ctx.actor, "article.edit");
  const report: ImportReport = { created: 0, updated: 0, unchanged: 0, passages: 0 };
  const last = new Map(articles.map((article) => [keyOf(article), article]));
  const changes: Compared[] = [];
  for (const batch of batchesOf([...last.values()])) {
    const compared = await compareArticles(ctx, batch, () => (publish ? "published" : "draft"));
    changes.push(...compared.filter(({ outcome }) => outcome !== "unchanged"));
  }
  report.unchanged = articles.length - changes.length;
  if (!changes.length) return report;
  try {
    for (const batch of batchesOf(changes)) {
      const prepared = await prepareArticles(ctx, batch, () => (publish ? "published" : "draft"));
      addTo(report, await ctx.inTransaction((tx) => saveArticles(tx, ctx, prepared)));
    }
  } finally {
    await mergePostings(ctx);
    await finishIndexes(ctx.db);
  }
  await refreshStatistics(ctx);
  return report;
}

function batchesOf<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / articlesAtOnce);
  return Array.from({ length: count }, (_, at) => all.slice(at * articlesAtOnce, (at + 1) * articlesAtOnce));
}

function addTo(report: ImportReport, more: ImportReport): void {
  report.created += more.created;
  report.updated += more.updated;
  report.passages += more.passages;
}
