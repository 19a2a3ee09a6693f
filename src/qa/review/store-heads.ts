import { and, asc, desc, eq, gte, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { Actor } from "../../platform/access.ts";
import type { Db } from "../../platform/context.ts";
import { notFound } from "../../platform/errors.ts";
import type { QaScoreRow } from "../store.ts";
import { qaOldScores, qaScores, qaSeats } from "../table.ts";
import { qaAppeals } from "../table-review.ts";

/** What a list of scored calls may ask for; days are instants already. */
export type HeadFilter = {
  direction?: "inbound" | "callback" | "web" | undefined;
  agentId?: string | undefined;
  team?: string | undefined;
  item?: string | undefined;
  from?: Date | undefined;
  until?: Date | undefined;
  state?: "未复核" | "已复核" | "有申诉" | undefined;
};

/** Inspectors see every score; agents and callback staff those of their own seat. */
export const visibleScores = (actor: Actor): SQL | undefined => {
  if (actor.kind === "system" || actor.role === "qa") return undefined;
  const isSeat = actor.role === "agent" || actor.role === "callback";
  return isSeat && actor.agentId ? eq(qaScores.agentId, actor.agentId) : sql`false`;
};

const openAppeals = sql<number>`(select count(*)::int from ${qaAppeals} where ${qaAppeals.callId} = ${qaScores.callId} and ${qaAppeals.state} = '待处理')`;

const matches = (actor: Actor, filter: HeadFilter): SQL | undefined =>
  and(
    visibleScores(actor),
    filter.direction === undefined ? undefined : eq(qaScores.direction, filter.direction),
    filter.agentId === undefined ? undefined : eq(qaScores.agentId, filter.agentId),
    filter.team === undefined ? undefined : eq(qaSeats.team, filter.team),
    filter.item === undefined ? undefined : sql`${qaScores.deducted} ? ${filter.item}`,
    filter.from === undefined ? undefined : gte(qaScores.startedAt, filter.from),
    filter.until === undefined ? undefined : lt(qaScores.startedAt, filter.until),
    filter.state === "未复核" ? isNull(qaScores.reviewedAt) : undefined,
    filter.state === "已复核" ? isNotNull(qaScores.reviewedAt) : undefined,
    filter.state === "有申诉" ? sql`${openAppeals} > 0` : undefined,
  );

const headColumns = { row: qaScores, agent: qaSeats.name, team: qaSeats.team, appeals: openAppeals };

/** Scored calls that the actor may see, the riskiest or the newest first. */
export const selectHeads = (
  db: Db,
  actor: Actor,
  filter: HeadFilter,
  page: { order: "risk" | "time"; limit: number; offset: number },
) =>
  db
    .select(headColumns)
    .from(qaScores)
    .leftJoin(qaSeats, eq(qaSeats.agentId, qaScores.agentId))
    .where(matches(actor, filter))
    .orderBy(...(page.order === "risk" ? [desc(qaScores.risk)] : []), desc(qaScores.startedAt), asc(qaScores.callId))
    .limit(page.limit)
    .offset(page.offset);

export type HeadRow = Awaited<ReturnType<typeof selectHeads>>[number];

export async function countHeads(db: Db, actor: Actor, filter: HeadFilter): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(qaScores)
    .leftJoin(qaSeats, eq(qaSeats.agentId, qaScores.agentId))
    .where(matches(actor, filter));
  return row?.n ?? 0;
}

/** Throws AppError `not_found` for a score that is missing or hidden from the actor. */
export async function findHead(db: Db, actor: Actor, callId: string): Promise<HeadRow> {
  const [row] = await db
    .select(headColumns)
    .from(qaScores)
    .leftJoin(qaSeats, eq(qaSeats.agentId, qaScores.agentId))
    .where(and(eq(qaScores.callId, callId), visibleScores(actor)));
  if (!row) throw notFound("质检结果");
  return row;
}

/** The score that the actor may see; nobody changes it until the commit. Throws AppError `not_found`. */
export async function keepScore(tx: Db, actor: Actor, callId: string): Promise<QaScoreRow> {
  const [row] = await tx
    .select()
    .from(qaScores)
    .where(and(eq(qaScores.callId, callId), visibleScores(actor)))
    .for("update");
  if (!row) throw notFound("质检结果");
  return row;
}

export const updateScore = (tx: Db, callId: string, change: Partial<QaScoreRow>) =>
  tx.update(qaScores).set(change).where(eq(qaScores.callId, callId));

/** Heads of the scores that were replaced, newest first. */
export const versionsOf = (db: Db, callId: string) =>
  db
    .select({
      rulesVersion: qaOldScores.rulesVersion,
      score: qaOldScores.score,
      band: qaOldScores.band,
      scoredAt: qaOldScores.scoredAt,
      replacedAt: qaOldScores.replacedAt,
    })
    .from(qaOldScores)
    .where(eq(qaOldScores.callId, callId))
    .orderBy(desc(qaOldScores.id));
