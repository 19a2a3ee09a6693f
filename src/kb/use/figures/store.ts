import { sql } from "drizzle-orm";
import type { Db } from "../../../platform/context.ts";

export type UseRow = {
  articleId: string;
  title: string;
  shown: number;
  told: number;
  undone: number;
  useful: number;
  useless: number;
  wrong: number;
  lastToldMs: number | null;
};

/** How articles were used since the moment: those told most first, those never shown last. Only what was ever published, or this one. */
export async function selectUse(
  db: Db,
  { since, limit, articleId = null }: { since: Date; limit: number; articleId?: string | null },
): Promise<UseRow[]> {
  const from = sql`${since.toISOString()}::timestamptz`;
  const { rows } = await db.execute<UseRow>(sql`
    with shown as (
      select answer ->> 'articleId' as article_id, count(distinct call_id)::int as times
      from shown_answers, jsonb_array_elements(answers) as answer
      where at >= ${from} group by 1
    ),
    told as (
      select article_id, (count(*) filter (where undone_at is null))::int as times,
        (count(*) filter (where undone_at is not null))::int as undone,
        max(at) filter (where undone_at is null) as last
      from told_answers where at >= ${from} group by 1
    ),
    said as (
      select article_id, (count(*) filter (where kind = '有用'))::int as useful,
        (count(*) filter (where kind = '没用'))::int as useless, (count(*) filter (where kind = '有误'))::int as wrong
      from article_feedback where at >= ${from} and article_id is not null group by 1
    )
    select a.id as "articleId", a.title, coalesce(shown.times, 0) as shown, coalesce(told.times, 0) as told,
      coalesce(told.undone, 0) as undone, coalesce(said.useful, 0) as useful, coalesce(said.useless, 0) as useless,
      coalesce(said.wrong, 0) as wrong, (extract(epoch from told.last) * 1000)::float8 as "lastToldMs"
    from articles a
    left join shown on shown.article_id = a.id
    left join told on told.article_id = a.id
    left join said on said.article_id = a.id
    where case when ${articleId}::text is null then a.published_version is not null else a.id = ${articleId} end
    order by coalesce(told.times, 0) desc, coalesce(shown.times, 0) desc, a.id limit ${limit}`);
  return rows;
}

/** How each version of an article was used since the moment, newest first. */
export async function selectVersionUse(db: Db, articleId: string, since: Date) {
  const from = sql`${since.toISOString()}::timestamptz`;
  const { rows } = await db.execute<{ version: number; shown: number; told: number }>(sql`
    select v.number as version,
      (select count(distinct call_id)::int from shown_answers, jsonb_array_elements(answers) as answer
        where at >= ${from} and answer ->> 'articleId' = v.article_id and (answer ->> 'version')::int = v.number) as shown,
      (select count(*)::int from told_answers t
        where t.at >= ${from} and t.article_id = v.article_id and t.version = v.number and t.undone_at is null) as told
    from article_versions v where v.article_id = ${articleId} order by v.number desc`);
  return rows;
}
