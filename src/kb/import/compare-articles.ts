import { toShanghaiIso } from "../../platform/clock.ts";
import type { Ctx } from "../../platform/context.ts";
import { contentOf } from "../lifecycle/content.ts";
import type { Article } from "../store.ts";
import { hashOf, type ImportedArticle } from "./content-hash.ts";
import type { ImportOutcome } from "./schema.ts";
import { selectKnown } from "./store.ts";

/** What an import would have an article be. */
export type WantedState = "draft" | "checking" | "published";

/** States of an article that is already what was wanted, or further. */
const enough: Record<WantedState, readonly Article["state"][] | null> = {
  draft: null,
  checking: ["checking", "approved", "published"],
  published: ["published"],
};

/** `target` is the article that would be changed; null: a new one. */
export type Compared = { article: ImportedArticle; outcome: ImportOutcome; target: Article | null };

/**
 * What the import of these would do. An article is the one of the same external id, else the one an export of ours names, else one without
 * external id of the same content. It stays as it is when the file says what the base says, or what it said when it was last imported (so
 * that an old file does not undo people's edits).
 */
export async function compareArticles(
  ctx: Ctx,
  articles: readonly ImportedArticle[],
  wanted: (article: ImportedArticle) => WantedState,
): Promise<Compared[]> {
  const known = await selectKnown(ctx.db, {
    externalIds: articles.flatMap(({ externalId, articleId }) => externalId ?? articleId ?? []),
    articleIds: articles.flatMap(({ articleId }) => articleId ?? []),
    hashes: articles.map(hashOf),
  });
  return articles.map((article) => {
    const target = targetOf(article, known);
    if (!target) return { article: named(article), outcome: "created", target };
    const merged = { ...article, externalId: article.externalId ?? target.externalId };
    const isSame = [target.contentHash, hashOf(importedOf(target))].includes(hashOf(merged));
    const isEnough = enough[wanted(article)]?.includes(target.state) ?? true;
    return { article: merged, outcome: isSame && isEnough ? "unchanged" : "updated", target };
  });
}

function targetOf(article: ImportedArticle, known: readonly Article[]): Article | null {
  const { externalId, articleId } = article;
  const byName = externalId !== null && known.find((row) => row.externalId === externalId);
  const byId = articleId && known.find((row) => row.id === articleId);
  if (byName || byId) return byName || byId || null;
  if (externalId !== null) return null;
  // An export of another base: its ids are that base's names.
  const byForeignId = articleId && known.find((row) => row.externalId === articleId);
  const hash = hashOf(article);
  return byForeignId || known.find((row) => row.externalId === null && row.contentHash === hash) || null;
}

const named = (article: ImportedArticle): ImportedArticle => ({
  ...article,
  externalId: article.externalId ?? article.articleId ?? null,
});

const iso = (moment: Date | null) => moment && toShanghaiIso(moment);

/** An article's working copy as a file would have it. */
export const importedOf = (row: Article): ImportedArticle => ({
  externalId: row.externalId,
  ...contentOf(row),
  validFrom: iso(row.validFrom),
  validUntil: iso(row.validUntil),
});
