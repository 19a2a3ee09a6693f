import { isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../platform/context.ts";
import { passages } from "../table.ts";
import { titleMark } from "../words.ts";
import { postingSegments } from "./table.ts";

/** So many numbers that no passage has. */
export async function takeNumbers(tx: Db, count: number): Promise<number[]> {
  const { rows } = await tx.execute<{ number: number }>(
    sql`select nextval('passage_numbers')::int as number from generate_series(1, ${count}::int)`,
  );
  return rows.map(({ number }) => number);
}

/** Takes in the words of the passages that have these numbers, each once: a segment of their own. */
export async function addSegment(tx: Db, numbers: readonly number[]): Promise<void> {
  if (!numbers.length) return;
  await tx.execute(sql`
    with segment as (insert into posting_segments (passages) values (${numbers.length}) returning id)
    insert into word_postings (word, segment_id, passages)
    select word, segment.id, array_agg(number order by number)
    from segment cross join passages cross join lateral unnest(tokens) as words(word)
    where number = any(${sql.param(numbers)}::int[]) and left(word, 1) <> ${titleMark}
    group by word, segment.id`);
}

/** Whether any passage has no number: an earlier release put it in. */
export async function isAnyUnnumbered(db: Db): Promise<boolean> {
  return (await db.select({ id: passages.id }).from(passages).where(isNull(passages.number)).limit(1)).length > 0;
}

/** Gives the next passages after `after`, in the order of their ids, their numbers. */
export async function numberNext(tx: Db, after: string, limit: number): Promise<{ id: string; number: number }[]> {
  const { rows } = await tx.execute<{ id: string; number: number }>(sql`
    with bare as materialized (
      select id from passages where id > ${after} and number is null order by id limit ${limit} for update skip locked
    )
    update passages set number = nextval('passage_numbers') from bare where passages.id = bare.id
    returning passages.id, passages.number`);
  return rows;
}

export type Segment = typeof postingSegments.$inferSelect;

const isSmall = (below: number): SQL => sql`${postingSegments.passages} < ${below}`;

export const selectSegments = (db: Db, below: number): Promise<Segment[]> =>
  db.select().from(postingSegments).where(isSmall(below)).orderBy(postingSegments.id);

/** As `selectSegments`, held until the commit; those that somebody else holds are left out. */
export const holdSegments = (tx: Db, below: number): Promise<Segment[]> =>
  tx
    .select()
    .from(postingSegments)
    .where(isSmall(below))
    .orderBy(postingSegments.id)
    .for("update", { skipLocked: true });

/** Makes one segment of several, which the caller holds; on a busy server longer than any other statement may take. */
export async function joinSegments(tx: Db, segments: readonly Segment[]): Promise<void> {
  const ids = sql.param(segments.map(({ id }) => id));
  const passages = segments.reduce((sum, each) => sum + each.passages, 0);
  await tx.execute(sql`set local statement_timeout = 0`);
  await tx.execute(sql`
    with segment as (insert into posting_segments (passages) values (${passages}) returning id),
    gone as (delete from word_postings where segment_id = any(${ids}::int[]) returning word, passages)
    insert into word_postings (word, segment_id, passages)
    select word, segment.id, array_agg(number) from segment cross join gone cross join lateral unnest(passages) as held(number)
    group by word, segment.id`);
  await tx.execute(sql`delete from posting_segments where id = any(${ids}::int[])`);
}
