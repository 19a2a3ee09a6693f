import { createHash, randomUUID } from "node:crypto";
import { actorName, authorize } from "../platform/access.ts";
import { record } from "../platform/audit.ts";
import type { Ctx } from "../platform/context.ts";
import { mask } from "../platform/mask.ts";
import { cutBody } from "./cut-body.ts";
import type { ArticleInput, ImportArticles, ImportReport } from "./schema.ts";
import {
  type Article,
  countArticles,
  dropVectorIndex,
  finishIndexes,
  type PassageRow,
  replacePassages,
  selectKnown,
  upsertArticle,
} from "./store.ts";
import { passageTokens, wordCutter } from "./words.ts";

const articlesAtOnce = 100;
const bulkArticles = 50;

type NewArticle = { row: Article; passages: PassageRow[] };

/**
 * Takes articles in as drafts, or published when `publish` is set; those with the same external id are changed. The same
 * import again changes nothing. A changed article that is imported without `publish` is a draft again.
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
    for (const batch of batchesOf(changed)) await save(ctx, await prepare(ctx, batch, input.publish), report);
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
        row.embedderId === ctx.embedder.id &&
        (!publish || row.state === "published"),
    );
  return batch.filter((article) => !isSame(article));
}

async function save(ctx: Ctx, batch: readonly NewArticle[], report: ImportReport): Promise<void> {
  const saved = await ctx.inTransaction(async (tx) => {
    const ids: { id: string; isNew: boolean }[] = [];
    const rows: PassageRow[] = [];
    for (const { row, passages } of batch) {
      const { id, isNew } = await upsertArticle(tx, row);
      ids.push({ id, isNew });
      rows.push(...passages.map((passage) => ({ ...passage, articleId: id })));
    }
    await replacePassages(
      tx,
      ids.map(({ id }) => id),
      rows,
    );
    record(tx, ctx, "article.import", `articles:${ids.length}`, { ids: ids.map(({ id }) => id) });
    return { ids, rows };
  });
  const created = saved.ids.filter(({ isNew }) => isNew).length;
  report.created += created;
  report.updated += saved.ids.length - created;
  report.passages += saved.rows.length;
}

/** Cuts and embeds outside the transaction, since an embedder may be far away. */
async function prepare(ctx: Ctx, batch: readonly ArticleInput[], publish: boolean): Promise<NewArticle[]> {
  const cut = await wordCutter();
  const pieces = batch.map((article) => cutBody(article.body));
  const texts = batch.flatMap(({ title }, at) =>
    (pieces[at] ?? []).map(({ path, text }) => mask([title, path, text].filter(Boolean).join("\n")).text),
  );
  const vectors = await ctx.embedder.embed(texts, { kind: "passage", signal: ctx.signal });
  let next = 0;
  return batch.map((article, at) => {
    const row = rowOf(ctx, article, publish);
    const passages = (pieces[at] ?? []).map(({ path, text }, ord) => ({
      id: randomUUID(),
      articleId: row.id,
      ord,
      path,
      text,
      tokens: passageTokens(cut, article.title, path, text),
      embedding: Array.from(vectors[next++] ?? []),
    }));
    return { row, passages };
  });
}

function rowOf(ctx: Ctx, article: ArticleInput, publish: boolean): Article {
  const now = ctx.now();
  const by = actorName(ctx.actor);
  return {
    ...article,
    id: randomUUID(),
    state: publish ? "published" : "draft",
    validFrom: article.validFrom ? new Date(article.validFrom) : null,
    validUntil: article.validUntil ? new Date(article.validUntil) : null,
    version: 1,
    createdBy: by,
    publishedBy: publish ? by : null,
    createdAt: now,
    updatedAt: now,
    publishedAt: publish ? now : null,
    contentHash: hashOf(article),
    embedderId: ctx.embedder.id,
  };
}

const hashOf = (article: ArticleInput): string =>
  createHash("sha256")
    .update(JSON.stringify(Object.entries(article).sort()))
    .digest("hex");
