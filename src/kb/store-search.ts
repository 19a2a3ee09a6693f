import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../platform/context.ts";
import type { ArticleKind } from "./schema.ts";
import type { StoredVersion } from "./search/document.ts";
import { type StoredRow, storedColumns, storedOf } from "./search/stored.ts";
import { type VectorSet, vectorText } from "./vectors/store.ts";
import { typeOf, type VectorType } from "./vectors/store-index.ts";

/** Cormack's constant for reciprocal rank fusion. */
const rankOffset = 60;

/** A version that may answer, with its nearness by vectors. */
export type NearVersion = { stored: StoredVersion; cosine: number };

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
  near: { set: Pick<VectorSet, "id" | "dimensions">; type: VectorType; vector: Float32Array } | null;
  /** Whether passages of an earlier release are still to be taken into the lists by word. */
  isUnnumbered: boolean;
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

/** The versions of the scope, `limit` at most. */
export async function selectLive(
  db: Db,
  scope: SearchScope,
  limit: number,
): Promise<{ articleId: string; version: number }[]> {
  const { rows } = await db.execute<{ articleId: string; version: number }>(
    sql`select article_id as "articleId", number as version from article_versions where ${isLive(scope)} limit ${limit}`,
  );
  return rows;
}

/** The versions of the scope of these articles. */
export async function selectLiveOf(
  tx: Db,
  scope: SearchScope,
  articleIds: readonly string[],
): Promise<{ articleId: string; version: number }[]> {
  if (!articleIds.length) return [];
  const { rows } = await tx.execute<{ articleId: string; version: number }>(
    sql`select article_id as "articleId", number as version from article_versions
      where article_id = any(${sql.param(articleIds)}::text[]) and ${isLive(scope)}`,
  );
  return rows;
}

/** The best vector of each version that words or vectors find, as a cosine; 0 where there is none. */
export type Nearness = { articleId: string; version: number; cosine: number };

/** How near the versions are that words or vectors find, in no order. */
export async function selectNearness(db: Db, terms: SearchTerms): Promise<Nearness[]> {
  const { rows } = await db.execute<Nearness>(
    sql`with ${foundBy(terms)} select article_id as "articleId", version, cosine from by_version`,
  );
  return rows;
}

/** The so many nearest versions by words and by vectors, merged by reciprocal rank, with their text. */
export async function selectNearest(db: Db, terms: SearchTerms, count: number): Promise<NearVersion[]> {
  const { rows } = await db.execute<StoredRow & { cosine: number }>(sql`
    with ${foundBy(terms)},
    placed as (
      select *, row_number() over (order by score desc, article_id) as by_words,
        row_number() over (order by cosine desc, article_id) as by_vectors from by_version
    ),
    chosen as (
      select article_id, version, cosine from placed
      order by (score > 0)::int / (${rankOffset}::float8 + by_words) + (cosine > 0)::int / (${rankOffset}::float8 + by_vectors) desc, article_id
      limit ${count}
    )
    select ${storedColumns}, chosen.cosine from chosen
    join article_versions v on v.article_id = chosen.article_id and v.number = chosen.version`);
  return rows.map(({ cosine, ...row }) => ({ cosine, stored: storedOf(row) }));
}

/** Where words are looked up: in the lists by word, and among passages that are not in them yet, by their place on disk. */
const numbered = {
  key: sql`number`,
  holding: sql`select unnest(passages) as place from word_postings where word = query.term`,
};
const unnumbered = {
  key: sql`ctid`,
  holding: sql`select ctid as place from passages where number is null and tokens @> array[query.term]`,
};

/** The best passages by words, of those that are valid. */
const bestOf = ({ key, holding }: typeof numbered, { depth }: SearchTerms): SQL => sql`
  select passage.id, passage.article_id, passage.version, best.score
  from (
    select found.place, sum(query.weight) as score from query cross join lateral (${holding} offset 0) as found
    group by found.place order by score desc, found.place offset 0
  ) as best
  cross join lateral (select id, article_id, version from passages where ${key} = best.place offset 0) as passage
  cross join lateral (
    select from live where live.article_id = passage.article_id and live.number = passage.version offset 0
  ) as valid
  order by best.score desc, best.place limit ${depth.words}`;

const bestWorded = (terms: SearchTerms): SQL =>
  terms.isUnnumbered
    ? sql`select * from ((${bestOf(numbered, terms)}) union all (${bestOf(unnumbered, terms)})) as both_kinds
        order by score desc, id limit ${terms.depth.words}`
    : bestOf(numbered, terms);

/**
 * `by_version`: of every version that is shown and valid at the moment, and has one of the best passages, the score of its words and the
 * cosine of its vectors. `offset 0` keeps each lookup a lookup: left free, the planner compares every passage with every word, or sorts all
 * of them, while it has no figures about the tables. Thousands of passages have a word, so they are counted by their numbers alone, and
 * only the best are read and asked whether they are valid.
 */
function foundBy(terms: SearchTerms): SQL {
  const words = terms.words.map(({ word }) => word);
  const weights = terms.words.map(({ weight }) => weight);
  const set = terms.near?.set ?? { id: 0, dimensions: 1 };
  const setId = sql.raw(String(set.id));
  const type = typeOf(set, terms.near?.type ?? "halfvec");
  const vector = terms.near ? vectorText(terms.near.vector) : null;
  const distance = sql`embedding::${type} <=> asked.vector`;
  return sql`
    live as not materialized (
      select article_id, number from article_versions where ${isLive(terms)}
    ),
    query as (
      select * from unnest(${sql.param(words)}::text[], ${sql.param(weights)}::real[]) as query(term, weight)
    ),
    asked as materialized (select ${vector}::${type} as vector),
    worded as (${bestWorded(terms)}),
    near as (
      select nearest.* from asked cross join lateral (
        select v.passage_id as id, v.article_id, v.version, 1 - (${distance}) as cosine from passage_vectors v
        cross join lateral (
          select from live where live.article_id = v.article_id and live.number = v.version offset 0
        ) as valid
        where v.set_id = ${setId} and asked.vector is not null
        order by ${distance} limit ${terms.depth.vectors}
      ) as nearest
    ),
    found as (
      select id, article_id, version, max(score) as score, max(cosine) as cosine
      from (select *, null::float8 as cosine from worded union all select id, article_id, version, 0, cosine from near) as both_sides
      group by id, article_id, version
    ),
    by_version as (
      select article_id, version, max(score)::float8 as score, max(coalesce(
        cosine, (select 1 - (${distance}) from passage_vectors v, asked where v.passage_id = found.id and v.set_id = ${setId}), 0
      ))::float8 as cosine
      from found group by article_id, version
    )`;
}
