import { and, eq, gte, isNotNull, lt, type SQL, sql } from "drizzle-orm";
import type { Actor } from "../../platform/access.ts";
import type { Db } from "../../platform/context.ts";
import type { Seat } from "../schema-review.ts";
import { qaScores, qaSeats } from "../table.ts";
import { qaAppeals } from "../table-review.ts";
import type { CountedAppeal, CountedCall } from "./month-results.ts";
import type { Span } from "./span.ts";
import { visibleScores } from "./store-heads.ts";

const inSpan = (actor: Actor, { from, until }: Span): SQL | undefined =>
  and(visibleScores(actor), gte(qaScores.startedAt, from), lt(qaScores.startedAt, until));

/** The scored calls of a time that the actor may see; with `reviewed` only those a person has reviewed. */
export async function countedCalls(db: Db, actor: Actor, span: Span, reviewed: boolean): Promise<CountedCall[]> {
  const rows = await db
    .select({
      callId: qaScores.callId,
      agentId: qaScores.agentId,
      name: qaSeats.name,
      team: qaSeats.team,
      score: qaScores.finalScore,
      deducted: qaScores.deducted,
    })
    .from(qaScores)
    .leftJoin(qaSeats, eq(qaSeats.agentId, qaScores.agentId))
    .where(
      and(inSpan(actor, span), isNotNull(qaScores.finalScore), reviewed ? isNotNull(qaScores.reviewedAt) : undefined),
    );
  return rows.flatMap(({ score, ...rest }) => (score === null ? [] : [{ ...rest, score }]));
}

/** Appeals on the calls of a time. */
export const countedAppeals = (db: Db, actor: Actor, span: Span): Promise<CountedAppeal[]> =>
  db
    .select({ callId: qaAppeals.callId, item: qaAppeals.item, state: qaAppeals.state })
    .from(qaAppeals)
    .innerJoin(qaScores, eq(qaScores.callId, qaAppeals.callId))
    .where(inSpan(actor, span));

type Who = { agentId?: string | undefined; team?: string | undefined };

const ofWhom = ({ agentId, team }: Who): SQL | undefined =>
  and(
    agentId === undefined ? undefined : eq(qaScores.agentId, agentId),
    team === undefined ? undefined : eq(qaSeats.team, team),
  );

const startOf = (unit: "day" | "week" | "month"): SQL<string> =>
  sql<string>`to_char(date_trunc(${sql.raw(`'${unit}'`)}, ${qaScores.startedAt} at time zone 'Asia/Shanghai'), 'YYYY-MM-DD')`;

/** Number of calls and mean score of each day, week or month. */
export const trendOf = (db: Db, actor: Actor, span: Span, unit: "day" | "week" | "month", who: Who) =>
  db
    .select({
      at: startOf(unit),
      recordings: sql<number>`count(*)::int`,
      meanScore: sql<number | null>`round(avg(${qaScores.finalScore})::numeric, 1)::float8`,
    })
    .from(qaScores)
    .leftJoin(qaSeats, eq(qaSeats.agentId, qaScores.agentId))
    .where(and(inSpan(actor, span), ofWhom(who)))
    .groupBy(sql`1`)
    .orderBy(sql`1`);

/** How often each item cost points in each day, week or month. */
export const itemTrendOf = (db: Db, actor: Actor, span: Span, unit: "day" | "week" | "month", who: Who) =>
  db
    .select({
      at: startOf(unit),
      item: sql<string>`item`,
      n: sql<number>`count(*)::int`,
    })
    .from(qaScores)
    .leftJoin(qaSeats, eq(qaSeats.agentId, qaScores.agentId))
    .innerJoin(sql`lateral jsonb_array_elements_text(${qaScores.deducted}) as item`, sql`true`)
    .where(and(inSpan(actor, span), ofWhom(who)))
    .groupBy(sql`1, 2`);

/** Seats that somebody said something of. */
export const selectSeats = (db: Db): Promise<Seat[]> =>
  db
    .select({ agentId: qaSeats.agentId, name: qaSeats.name, team: qaSeats.team, isDialect: qaSeats.isDialect })
    .from(qaSeats)
    .orderBy(qaSeats.agentId);

/** Numbers of all seats that have a scored call. */
export const seatsAtWork = async (db: Db): Promise<string[]> => {
  const rows = await db.selectDistinct({ agentId: qaScores.agentId }).from(qaScores).where(isNotNull(qaScores.agentId));
  return rows.flatMap(({ agentId }) => agentId ?? []);
};

export const putSeat = (tx: Db, row: typeof qaSeats.$inferSelect) =>
  tx.insert(qaSeats).values(row).onConflictDoUpdate({ target: qaSeats.agentId, set: row });
