import { createHash, randomUUID } from "node:crypto";
import { actorName, authorize } from "../platform/access.ts";
import { record } from "../platform/audit.ts";
import type { Ctx, Db } from "../platform/context.ts";
import { embedPassages, type NewPassage } from "./embed-passages.ts";
import type { ArticleInput, ImportArticles, ImportReport } from "./schema.ts";
import {
  type Article,
  countArticles,
  dropVectorIndex,
  finishIndexes,
  markPublished,
  selectKnown,
  upsertArticle,
} from "./store.ts";
import { closeVersions, insertVersions, lastNumbers, type NewVersion, type PassageRow } from "./store-versions.ts";
import { personOf, versionOf, wholeSecond } from "./version-of.ts";

const articlesAtOnce = 100;
const bulkArticles = 50;

type NewArticle = { row: Article; passages: NewPassage[] };

/**
 * Takes articles in as drafts, or published when `publish` is set; those with the same external id are changed. The same
 * import again changes nothing. A changed article that is imported without `publish` is a draft again, while the version that
 * readers see stays; with `publish` the new version holds from now on.
 */
export async function importArticles(ctx: Ctx, input: ImportArticles): Promise<ImportReport> {
  authorize(ctx.actor, "article.edit");
  const report: ImportReport = { created: 0, updated: 0, unchanged: 0, passages: 0 };
  const last = new Map(input.articles.map((article) => [article.externalId ?? hashOf(article), article]));
  const changed: ArticleInput[] = [];
  for (const batch of batchesOf([...last.values()])) changed.push(...(await withoutKnown(ctx, batch, input.publish)));
  report.unchanged = input.articles.length - changed.length;
  if (!changed.length) return report;
  if (await isBulk(ctx, changed.length)) await dropVectorIndex(ctx.db);
  try {
    for (const batch of batchesOf(changed))
      await save(ctx, await prepare(ctx, batch, input.publish), input.publish, report);
  } finally {
    await finishIndexes(ctx.db);
  }
  return report;
}

function batchesOf<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / articlesAtOnce);
  return Array.from({ length: count }, (_, at) => all.slice(at * articlesAtOnce, (at + 1) * articlesAtOnce));
}

/** The embedded database takes 15 ms and more to put one vector into the index, and 4 ms when it builds it anew. */
const isBulk = async (ctx: Ctx, changed: number): Promise<boolean> =>
  ctx.config.databaseUrl === null && changed > bulkArticles && changed > (await countArticles(ctx.db)) / 3;

async function withoutKnown(ctx: Ctx, batch: readonly ArticleInput[], publish: boolean): Promise<ArticleInput[]> {
  const externalIds = batch.flatMap(({ externalId }) => externalId ?? []);
  const known = await selectKnown(ctx.db, externalIds, batch.map(hashOf));
  const isSame = (article: ArticleInput) =>
    known.some(
      (row) =>
        row.externalId === article.externalId &&
        row.contentHash === hashOf(article) &&
        (!publish || row.state === "published"),
    );
  return batch.filter((article) => !isSame(article));
}

async function save(ctx: Ctx, batch: readonly NewArticle[], publish: boolean, report: ImportReport): Promise<void> {
  const saved = await ctx.inTransaction(async (tx) => {
    const ids: { id: string; isNew: boolean }[] = [];
    for (const { row } of batch) ids.push(await upsertArticle(tx, row));
    const articleIds = ids.map(({ id }) => id);
    if (publish) await publishAll(tx, ctx, batch, articleIds);
    record(tx, ctx, "article.import", `articles:${ids.length}`, { ids: articleIds });
    return ids;
  });
  const created = saved.filter(({ isNew }) => isNew).length;
  report.created += created;
  report.updated += saved.length - created;
  report.passages += batch.reduce((sum, { passages }) => sum + passages.length, 0);
}

/** The first version of an article was always so; a later one holds from now on. */
async function publishAll(
  tx: Db,
  ctx: Ctx,
  batch: readonly NewArticle[],
  articleIds: readonly string[],
): Promise<void> {
  const now = wholeSecond(ctx.now());
  const last = await lastNumbers(tx, articleIds);
  await closeVersions(tx, articleIds, now);
  const versions: NewVersion[] = [];
  const rows: PassageRow[] = [];
  for (const [at, { row, passages }] of batch.entries()) {
    const articleId = articleIds[at] ?? row.id;
    const number = (last.get(articleId) ?? 0) + 1;
    const shownFrom = number === 1 ? null : now;
    versions.push(
      versionOf(row, { articleId, number, shownFrom, embedderId: ctx.embedder.id, by: personOf(ctx), now }),
    );
    rows.push(...passages.map((passage) => ({ ...passage, articleId, version: number })));
    await markPublished(tx, articleId, number, now);
  }
  await insertVersions(tx, versions, rows);
}

async function prepare(ctx: Ctx, batch: readonly ArticleInput[], publish: boolean): Promise<NewArticle[]> {
  const passages = publish ? await embedPassages(ctx, batch) : [];
  return batch.map((article, at) => ({ row: rowOf(ctx, article, publish), passages: passages[at] ?? [] }));
}

function rowOf(ctx: Ctx, article: ArticleInput, publish: boolean): Article {
  const now = ctx.now();
  return {
    ...article,
    id: randomUUID(),
    state: publish ? "published" : "draft",
    validFrom: article.validFrom ? new Date(article.validFrom) : null,
    validUntil: article.validUntil ? new Date(article.validUntil) : null,
    version: 1,
    publishedVersion: null,
    scheduledVersion: null,
    publishAt: null,
    reviewDueAt: null,
    authors: publish ? [] : [personOf(ctx)],
    submittedBy: null,
    checkedBy: null,
    createdBy: actorName(ctx.actor),
    createdAt: now,
    updatedAt: now,
    publishedAt: null,
    contentHash: hashOf(article),
    comparedVersion: null,
  };
}

/** A field that came later and says nothing does not make an article another one. */
const hashOf = ({ bulletin, ...article }: ArticleInput): string =>
  createHash("sha256")
    .update(JSON.stringify(Object.entries(bulletin ? { ...article, bulletin } : article).sort()))
    .digest("hex");
