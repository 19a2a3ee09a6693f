import { authorize } from "../../platform/access.ts";
import { toShanghaiIso } from "../../platform/clock.ts";
import type { Ctx } from "../../platform/context.ts";
import type { ConflictKind } from "../schema.ts";
import { searchArticles } from "../search-articles.ts";
import { findArticle } from "../store.ts";
import { type Comparable, compareArticles, type Overlap, refusedWords } from "./compare-articles.ts";
import { presentVersions } from "./store.ts";

/** What an article says against or like another one, or what it must not say (`other` is null). */
export type FoundConflict = {
  kind: ConflictKind;
  why: string;
  quote: string;
  similarity: number;
  other: { articleId: string; version: number; title: string; quote: string } | null;
  overlap: Overlap | null;
};

const candidates = 20;
const questionChars = 400;

/**
 * Compares words with the published articles that a search for them finds, and with what no article may say. `id` is the article's
 * own, which is left out. Contradictions come first.
 */
export async function conflictsOf(ctx: Ctx, id: string, article: Comparable): Promise<FoundConflict[]> {
  const refused = refusedWords(ctx.rules.knowledge.refusals, article.body).map(
    ({ quote, why }): FoundConflict => ({ kind: "neverSource", why, quote, similarity: 1, other: null, overlap: null }),
  );
  const others = await likeArticles(ctx, id, article);
  const found = others.flatMap(({ version }): FoundConflict[] => {
    const finding = compareArticles(article, version);
    if (!finding) return [];
    const { otherQuote, ...rest } = finding;
    const { articleId, number, title } = version;
    return [{ ...rest, other: { articleId, version: number, title, quote: otherQuote } }];
  });
  const order: ConflictKind[] = ["neverSource", "contradiction", "duplicate"];
  return [...refused, ...found].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

async function likeArticles(ctx: Ctx, id: string, { title, body, validFrom }: Comparable) {
  const now = ctx.now();
  const at = toShanghaiIso(validFrom && validFrom > now ? validFrom : now);
  const ids = new Set<string>();
  for (const text of [title, `${title}\n${body.slice(0, questionChars)}`]) {
    const { results } = await searchArticles(ctx, { text, at, k: candidates });
    for (const { articleId } of results) if (articleId !== id) ids.add(articleId);
  }
  return presentVersions(ctx.db, [...ids]);
}

/** What the working copy of an article says against the published ones, for its author and checker. Throws AppError `not_found`, `forbidden`. */
export async function findConflicts(ctx: Ctx, id: string): Promise<{ title: string; items: FoundConflict[] }> {
  authorize(ctx.actor, "article.edit");
  const article = await findArticle(ctx.db, ctx.actor, id, ctx.now());
  return { title: article.title, items: await conflictsOf(ctx, id, article) };
}
