import { authorize } from "../platform/access.ts";
import { toShanghaiIso } from "../platform/clock.ts";
import type { Ctx } from "../platform/context.ts";
import { mask } from "../platform/mask.ts";
import { answerFloor, noiseFloor, relevance } from "./relevance.ts";
import type { SearchHit, SearchQuery, SearchResult } from "./schema.ts";
import { type SearchRow, searchPassages } from "./store-search.ts";
import { queryWords, wordCutter } from "./words.ts";

const wordsLookedUp = 32;

/**
 * Finds the published articles that hold at the moment `at`, the best passage of each, best first. `abstained` when none is
 * near enough: then there are no results, and the base has no answer to this.
 */
export async function searchArticles(ctx: Ctx, query: SearchQuery): Promise<SearchResult> {
  authorize(ctx.actor, "article.read");
  const words = queryWords(await wordCutter(), query.text, wordsLookedUp);
  const [vector] = await ctx.embedder.embed([mask(query.text).text], { kind: "query", signal: ctx.signal });
  if (!vector || !query.text.trim()) return { results: [], abstained: true };
  const { at, region = null, kinds = null } = query;
  const terms = { words, vector, embedderId: ctx.embedder.id, at: new Date(at), region, kinds };
  const rows = await ctx.inTransaction((tx) => searchPassages(tx, terms));
  const hits = rows.map((row) => hitOf(row, words.length)).filter(({ score }) => score >= noiseFloor);
  hits.sort((a, b) => b.score - a.score);
  const abstained = !hits.some(({ score }) => score >= answerFloor);
  return { results: abstained ? [] : hits.slice(0, query.k), abstained };
}

function hitOf({ coverage, cosine, validFrom, validUntil, ...rest }: SearchRow, words: number): SearchHit {
  const score = relevance({ coverage, cosine }, words);
  return { ...rest, score, validFrom: isoOrNull(validFrom), validUntil: isoOrNull(validUntil) };
}

const isoOrNull = (moment: string | null): string | null => moment && toShanghaiIso(new Date(moment));
