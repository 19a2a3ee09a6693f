import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../platform/context.ts";
import type { ArticleKind } from "./schema.ts";
import { typeOf, type VectorSet, vectorText } from "./vectors/store.ts";

/** A passage that may answer. `score`: sum of its words' weights; `cosine`: of the vectors, 0 where it has none. */
export type FoundPassage = { articleId: string; version: number; score: number; cosine: number };

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
  /** Of the set that serves; null: by words alone. */
  near: { set: Pick<VectorSet, "id" | "dimensions">; vector: Float32Array } | null;
  /** Passages wanted from the words, and from the vectors, for which so many of the nearest are seen. */
  depth: { words: number; vectors: number; seen: number };
};

/** Shown and valid at the moment, for the region and of the kinds. */
const isLive = ({ at, region, kinds }: SearchScope): SQL => sql`(shown_from is null or shown_from <= ${at})
  and (shown_until is null or shown_until > ${at})
  and (valid_from is null or valid_from <= ${at})
  and (valid_until is null or valid_until > ${at})
  and (${region}::text is null or region is null or region = ${region})
  and (${sql.param(kinds)}::text[] is null or kind = any(${sql.param(kinds)}::text[]))`;

/** The versions of the scope, `limit` at most. */
export async function selectLive(
  tx: Db,
  scope: SearchScope,
  limit: number,
): Promise<{ articleId: string; version: number }[]> {
  const { rows } = await tx.execute<{ articleId: string; version: number }>(
    sql`select article_id as "articleId", number as version from article_versions where ${isLive(scope)} limit ${limit}`,
  );
  return rows;
}

/** pgvector must go on looking when the nearest passages are not valid ones. */
const settings = (seen: number) => sql`select set_config('hnsw.iterative_scan', 'relaxed_order', true),
  set_config('hnsw.ef_search', ${String(seen)}, true)`;

/**
 * The passages of versions that are shown and valid at the moment, by words and by vector, in no order. Run it in a transaction,
 * for which alone its settings hold. `offset 0` keeps each lookup a lookup: left free, the planner compares every passage with
 * every word, or sorts all of them, while it has no figures about the tables. The best are looked at first, so that few are asked whether
 * they are valid.
 */
export async function searchPassages(tx: Db, terms: SearchTerms): Promise<FoundPassage[]> {
  await tx.execute(settings(terms.depth.seen));
  const { rows } = await tx.execute<FoundPassage>(searchStatement(terms));
  return rows;
}

/** The one statement of a search, for those who want to measure it alone. */
export function searchStatement(terms: SearchTerms) {
  const words = terms.words.map(({ word }) => word);
  const weights = terms.words.map(({ weight }) => weight);
  const set = terms.near?.set ?? { id: 0, dimensions: 1 };
  const setId = sql.raw(String(set.id));
  const vector = terms.near ? vectorText(terms.near.vector) : null;
  const distance = sql`embedding::${typeOf(set)} <=> ${vector}::${typeOf(set)}`;
  return sql`
    with live as not materialized (
      select article_id, number from article_versions where ${isLive(terms)}
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
      select best.id, best.article_id, best.version, best.score
      from (select * from scored order by score desc, id offset 0) as best cross join lateral (
        select from live where live.article_id = best.article_id and live.number = best.version offset 0
      ) as valid
      order by best.score desc, best.id limit ${terms.depth.words}
    ),
    near as (
      select v.passage_id as id, v.article_id, v.version from passage_vectors v
      cross join lateral (
        select from live where live.article_id = v.article_id and live.number = v.version offset 0
      ) as valid
      where v.set_id = ${setId} and ${vector}::text is not null
      order by ${distance} limit ${terms.depth.vectors}
    ),
    found as (
      select id, article_id, version, max(score) as score
      from (select * from worded union all select *, 0 from near) as both_sides group by id, article_id, version
    )
    select found.article_id as "articleId", found.version, found.score::float8 as score,
      coalesce(1 - (${distance}), 0)::float8 as cosine
    from found left join passage_vectors v on v.passage_id = found.id and v.set_id = ${setId}
  `;
}
