import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../platform/context.ts";
import type { ArticleKind } from "./schema.ts";

/** A passage that may answer. `score`: sum of its words' weights; `cosine`: of the vectors, 0 when embedded by another embedder. */
export type FoundPassage = { articleId: string; version: number; ord: number; score: number; cosine: number };

/** Of which versions, whatever is asked. */
export type SearchScope = {
  at: Date;
  region: string | null;
  /** Only these kinds; null: all. */
  kinds: readonly ArticleKind[] | null;
};

export type SearchTerms = SearchScope & {
  /** Distinct, with how much each counts. */
  words: readonly { word: string; weight: number }[];
  vector: Float32Array | null;
  embedderId: string;
  /** Passages wanted from the words, and from the vectors. */
  depth: { words: number; vectors: number };
};

/** Shown and valid at the moment, for the region and of the kinds. */
const isLive = ({ at, region, kinds }: SearchScope): SQL => sql`(shown_from is null or shown_from <= ${at})
  and (shown_until is null or shown_until > ${at})
  and (valid_from is null or valid_from <= ${at})
  and (valid_until is null or valid_until > ${at})
  and (${region}::text is null or region is null or region = ${region})
  and (${sql.param(kinds)}::text[] is null or kind = any(${sql.param(kinds)}::text[]))`;

/** Every version of the scope. */
export async function selectLive(tx: Db, scope: SearchScope): Promise<{ articleId: string; version: number }[]> {
  const { rows } = await tx.execute<{ articleId: string; version: number }>(
    sql`select article_id as "articleId", number as version from article_versions where ${isLive(scope)}`,
  );
  return rows;
}

/** pgvector must go on looking when the nearest passages are not valid ones. */
const settings = sql`select set_config('hnsw.iterative_scan', 'relaxed_order', true),
  set_config('hnsw.ef_search', '100', true)`;

/**
 * The passages of versions that are shown and valid at the moment, by words and by vector, in no order. Run it in a transaction,
 * for which alone its settings hold. `offset 0` keeps each lookup a lookup: left free, the planner compares every passage with
 * every word, or sorts all of them, while it has no figures about the tables.
 */
export async function searchPassages(tx: Db, terms: SearchTerms): Promise<FoundPassage[]> {
  await tx.execute(settings);
  const { rows } = await tx.execute<FoundPassage>(searchStatement(terms));
  return rows;
}

/** The one statement of a search, for those who want to measure it alone. */
export function searchStatement(terms: SearchTerms) {
  const words = terms.words.map(({ word }) => word);
  const weights = terms.words.map(({ weight }) => weight);
  const vector = terms.vector && `[${Array.from(terms.vector, (value) => value.toFixed(6)).join(",")}]`;
  return sql`
    with live as not materialized (
      select article_id, number, embedder_id from article_versions where ${isLive(terms)}
    ),
    query as (
      select * from unnest(${sql.param(words)}::text[], ${sql.param(weights)}::real[]) as query(term, weight)
    ),
    scored as (
      select found.id, found.article_id, found.version, sum(query.weight) as score from query
      cross join lateral (select id, article_id, version from passages where tokens @> array[query.term] offset 0) as found
      group by found.id, found.article_id, found.version
    ),
    worded as (
      select scored.id, score from scored cross join lateral (
        select from live where live.article_id = scored.article_id and live.number = scored.version offset 0
      ) as valid
      order by score desc, scored.id limit ${terms.depth.words}
    ),
    near as (
      select p.id from passages p
      cross join lateral (
        select from live
        where live.article_id = p.article_id and live.number = p.version and embedder_id = ${terms.embedderId} offset 0
      ) as valid
      where ${vector}::halfvec(512) is not null
      order by p.embedding <=> ${vector}::halfvec(512) limit ${terms.depth.vectors}
    ),
    found as (
      select id, max(score) as score from (select id, score from worded union all select id, 0 from near) as both_sides group by id
    )
    select p.article_id as "articleId", p.version, p.ord, found.score::float8 as score,
      case when v.embedder_id = ${terms.embedderId}
        then coalesce(1 - (p.embedding <=> ${vector}::halfvec(512)), 0) else 0 end::float8 as cosine
    from found join passages p on p.id = found.id
    join article_versions v on v.article_id = p.article_id and v.number = p.version
  `;
}
