import { randomUUID } from "node:crypto";
import { actorName } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx, Db } from "../../platform/context.ts";
import { embedPassages, type NewPassage } from "../embed-passages.ts";
import type { ImportReport } from "../schema.ts";
import type { Article } from "../store.ts";
import { closeVersions, insertVersions, lastNumbers } from "../store-versions.ts";
import { personOf, versionOf, wholeSecond } from "../version-of.ts";
import type { Compared, WantedState } from "./compare-articles.ts";
import { hashOf, type ImportedArticle } from "./content-hash.ts";
import { markNewestPublished, upsertArticles } from "./store.ts";

/** An article ready to be written: whether it is published at once, and its passages if it is. */
export type Prepared = { row: Article; isKnown: boolean; publish: boolean; passages: NewPassage[] };

/** Cut and embedded without a pause, so many articles hold up nobody. */
const articlesAtOnce = 10;
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Makes rows of what is to be changed; what is to be published is cut and embedded, in steps between which others get their turn.
 * `stateOf` says of each what becomes of it.
 * Call it outside a transaction.
 */
export async function prepareArticles(
  ctx: Ctx,
  changes: readonly Compared[],
  stateOf: (article: ImportedArticle) => WantedState,
): Promise<Prepared[]> {
  const prepared: Prepared[] = [];
  for (let from = 0; from < changes.length; from += articlesAtOnce) {
    const rows = changes
      .slice(from, from + articlesAtOnce)
      .map((change) => ({ row: rowOf(ctx, change, stateOf(change.article)), isKnown: change.target !== null }));
    const shown = rows.filter(({ row }) => row.state === "published");
    const passages = await embedPassages(
      ctx,
      shown.map(({ row }) => row),
    );
    for (const each of rows) {
      const publish = each.row.state === "published";
      prepared.push({ ...each, publish, passages: publish ? (passages[shown.indexOf(each)] ?? []) : [] });
    }
    await pause();
  }
  return prepared;
}

/**
 * Writes prepared articles in the caller's transaction. The first version of an article was always so; a later one holds from now on.
 * Records one line for all of them.
 */
export async function saveArticles(tx: Db, ctx: Ctx, all: readonly Prepared[]): Promise<ImportReport> {
  const ids = new Map<Prepared, string>();
  // Two rows of a file may mean one article, by its name and by our own: the last counts.
  const prepared = [...new Map(all.map((each) => [each.row.id, each])).values()];
  for (const isKnown of [true, false]) {
    const group = prepared.filter((each) => each.isKnown === isKnown);
    const saved = await upsertArticles(
      tx,
      group.map(({ row }) => row),
      isKnown,
    );
    for (const [at, each] of group.entries()) ids.set(each, saved[at] ?? each.row.id);
  }
  await publishAll(tx, ctx, prepared, ids);
  record(tx, ctx, "article.import", `articles:${ids.size}`, { ids: [...ids.values()] });
  const isNew = (each: Prepared) => !each.isKnown && ids.get(each) === each.row.id;
  const created = prepared.filter(isNew).length;
  const passages = prepared.reduce((sum, each) => sum + each.passages.length, 0);
  return { created, updated: prepared.length - created, unchanged: 0, passages };
}

async function publishAll(
  tx: Db,
  ctx: Ctx,
  prepared: readonly Prepared[],
  ids: ReadonlyMap<Prepared, string>,
): Promise<void> {
  const shown = prepared.filter(({ publish }) => publish);
  if (!shown.length) return;
  const now = wholeSecond(ctx.now());
  const articleIds = shown.map((each) => ids.get(each) ?? each.row.id);
  const last = await lastNumbers(tx, articleIds);
  if (last.size) await closeVersions(tx, [...last.keys()], now);
  const next = shown.map(({ row, passages }, at) => {
    const articleId = articleIds[at] ?? row.id;
    const number = (last.get(articleId) ?? 0) + 1;
    const shownFrom = number === 1 ? null : now;
    const version = versionOf(row, {
      articleId,
      number,
      shownFrom,
      by: personOf(ctx),
      now,
    });
    return { version, passages: passages.map((passage) => ({ ...passage, articleId, version: number })) };
  });
  await insertVersions(
    tx,
    next.map(({ version }) => version),
    next.flatMap(({ passages }) => passages),
  );
  await markNewestPublished(tx, articleIds, now);
}

function rowOf(ctx: Ctx, { article, target }: Compared, state: Article["state"]): Article {
  const now = ctx.now();
  const { articleId, ...content } = article;
  return {
    ...content,
    id: target?.id ?? randomUUID(),
    state,
    validFrom: content.validFrom ? new Date(content.validFrom) : null,
    validUntil: content.validUntil ? new Date(content.validUntil) : null,
    version: 1,
    publishedVersion: null,
    scheduledVersion: null,
    publishAt: null,
    reviewDueAt: null,
    authors: state === "published" ? [] : [personOf(ctx)],
    submittedBy: state === "checking" ? personOf(ctx) : null,
    checkedBy: null,
    createdBy: actorName(ctx.actor),
    createdAt: now,
    updatedAt: now,
    publishedAt: null,
    contentHash: hashOf(article),
    comparedVersion: null,
  };
}
