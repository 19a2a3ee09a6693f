import { authorize } from "../platform/access.ts";
import { toShanghaiIso } from "../platform/clock.ts";
import type { Ctx } from "../platform/context.ts";
import { mask } from "../platform/mask.ts";
import { isAnswer, relevance } from "./relevance.ts";
import type { SearchHit, SearchQuery, SearchResult } from "./schema.ts";
import { type SearchRow, searchPassages } from "./store-search.ts";
import { wordCutter } from "./words.ts";

/**
 * Finds the published articles that hold at the moment `at`, the best passage of each, best first. `abstained` when none is
 * near enough: then there are no results, and the base has no answer to this.
 */
export async function searchArticles(ctx: Ctx, query: SearchQuery): Promise<SearchResult> {
  authorize(ctx.actor, "article.read");
  const cut = await wordCutter();
  const [vector] = await ctx.embedder.embed([mask(query.text).text], { kind: "query", signal: ctx.signal });
  if (!vector || !query.text.trim()) return { results: [], abstained: true };
  const terms = {
    words: cut(query.text),
    vector,
    embedderId: ctx.embedder.id,
    at: new Date(query.at),
    region: query.region ?? null,
    k: query.k,
  };
  const rows = await ctx.inTransaction((tx) => searchPassages(tx, terms));
  if (!rows.some(isAnswer)) return { results: [], abstained: true };
  return { results: rows.map(hitOf), abstained: false };
}

function hitOf(row: SearchRow): SearchHit {
  const { coverage: _, cosine: __, validFrom, validUntil, ...rest } = row;
  return { ...rest, score: relevance(row), validFrom: isoOrNull(validFrom), validUntil: isoOrNull(validUntil) };
}

const isoOrNull = (moment: string | null): string | null => moment && toShanghaiIso(new Date(moment));
