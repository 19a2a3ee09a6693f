import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../platform/context.ts";
import type { ArticleKind } from "./schema.ts";
import { titleMark } from "./words.ts";

export type SearchRow = {
  articleId: string;
  version: number;
  externalId: string | null;
  title: string;
  quote: string;
  agency: string | null;
  bulletin: boolean;
  validFrom: string | null;
  validUntil: string | null;
  /** Share of the query's words, weighed by rarity, that stand in the passage: 0 to 1. */
  coverage: number;
  /** Cosine of the passage to the query; 0 when it was embedded by another embedder. */
  cosine: number;
};

export type SearchTerms = {
  words: readonly string[];
  vector: Float32Array;
  embedderId: string;
  at: Date;
  region: string | null;
  /** Only these kinds; null: all. */
  kinds: readonly ArticleKind[] | null;
};

/** pgvector must go on looking when the nearest passages are not valid ones. */
const settings = sql`select set_config('hnsw.iterative_scan', 'relaxed_order', true),
  set_config('hnsw.ef_search', '100', true)`;

/** Candidates from either side before they are merged, and of articles after. */
const depth = 50;
/** Cormack's constant for reciprocal rank fusion. */
const rankOffset = 60;
const titleBoost = 0.6;

/**
 * The best passage of each article whose version is shown and valid at the moment, by words and by vector, merged by reciprocal
 * rank. Run it in a transaction, for which alone its settings hold. `offset 0` keeps each lookup a lookup: left free, the
 * planner compares every passage with every word, or sorts all of them, while it has no figures about the tables.
 */
export async function searchPassages(tx: Db, terms: SearchTerms): Promise<SearchRow[]> {
  await tx.execute(settings);
  const words = [...terms.words, ...terms.words.map((word) => titleMark + word)];
  const boosts = words.map((_, at) => (at < terms.words.length ? 1 : titleBoost));
  const vector = `[${Array.from(terms.vector, (value) => value.toFixed(6)).join(",")}]`;
  const { rows } = await tx.execute<SearchRow>(sql`
    with live as not materialized (
      select article_id, number, embedder_id from article_versions
      where (shown_from is null or shown_from <= ${terms.at})
        and (shown_until is null or shown_until > ${terms.at})
        and (valid_from is null or valid_from <= ${terms.at})
        and (valid_until is null or valid_until > ${terms.at})
        and (${terms.region}::text is null or region is null or region = ${terms.region})
        and (${sql.param(terms.kinds)}::text[] is null or kind = any(${sql.param(terms.kinds)}::text[]))
    ),
    query as (
      select * from unnest(${sql.param(words)}::text[], ${sql.param(boosts)}::real[]) as query(term, boost)
    ),
    hits as (
      select found.id, found.article_id, found.version, query.term, query.boost from query
      cross join lateral (select id, article_id, version from passages where tokens @> array[query.term] offset 0) as found
    ),
    weights as (
      select query.term, query.boost, query.boost
        * ln(1 + (select count(*) from passages)::real / (1 + count(hits.id))) as weight
      from query left join hits using (term) group by query.term, query.boost
    ),
    scored as (
      select hits.id, hits.article_id, hits.version, sum(weight) as score, sum(weight) filter (where hits.boost = 1) as plain
      from hits join weights using (term) group by hits.id, hits.article_id, hits.version
    ),
    worded as (
      select scored.id, score, plain / (select sum(weight) from weights where boost = 1) as coverage
      from scored cross join lateral (
        select from live where live.article_id = scored.article_id and live.number = scored.version offset 0
      ) as valid
      order by score desc, scored.id limit ${depth}
    ),
    near as (
      select p.id, p.embedding <=> ${vector}::halfvec(512) as distance
      from passages p
      cross join lateral (
        select from live
        where live.article_id = p.article_id and live.number = p.version and embedder_id = ${terms.embedderId} offset 0
      ) as valid
      order by p.embedding <=> ${vector}::halfvec(512) limit ${depth}
    ),
    ranked as (
      select id, 1.0 / (${rankOffset}::int + row_number() over (order by score desc, id)) as points, coverage from worded
      union all
      select id, 1.0 / (${rankOffset}::int + row_number() over (order by distance, id)), 0 from near
    ),
    merged as (select id, sum(points) as points, max(coverage) as coverage from ranked group by id),
    best as (
      select distinct on (p.article_id) p.article_id, p.version, p.text, merged.points, merged.coverage,
        case when v.embedder_id = ${terms.embedderId} then 1 - (p.embedding <=> ${vector}::halfvec(512)) else 0 end as cosine
      from merged join passages p on p.id = merged.id
      join article_versions v on v.article_id = p.article_id and v.number = p.version
      order by p.article_id, merged.points desc, p.ord
    )
    select a.id as "articleId", v.number as version, a.external_id as "externalId", v.title, best.text as quote, v.agency,
      v.bulletin, ${isoUtc(sql`v.valid_from`)} as "validFrom", ${isoUtc(sql`v.valid_until`)} as "validUntil",
      best.coverage::float8 as coverage, best.cosine::float8 as cosine
    from best
    join articles a on a.id = best.article_id
    join article_versions v on v.article_id = best.article_id and v.number = best.version
    order by best.points desc, a.id limit ${depth}
  `);
  return rows;
}

/** Drivers differ in how they give moments back from raw SQL. */
const isoUtc = (moment: SQL): SQL => sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
