import { eq, inArray } from "drizzle-orm";
import type { Db } from "../platform/context.ts";
import { qaScores, qaSeats } from "./table.ts";

export type QaScoreRow = typeof qaScores.$inferSelect;

/** Keeps the first score of a call; false when it has one. */
export const insertScore = async (tx: Db, row: QaScoreRow): Promise<boolean> =>
  (await tx.insert(qaScores).values(row).onConflictDoNothing().returning({ id: qaScores.callId })).length > 0;

export const scoreOfCall = async (db: Db, callId: string): Promise<QaScoreRow | undefined> =>
  (await db.select().from(qaScores).where(eq(qaScores.callId, callId)))[0];

export const scoresOfCalls = (db: Db, callIds: string[]): Promise<QaScoreRow[]> =>
  db.select().from(qaScores).where(inArray(qaScores.callId, callIds));

/** Seats that speak dialect. */
export const dialectSeats = async (db: Db): Promise<ReadonlySet<string>> => {
  const rows = await db.select({ agentId: qaSeats.agentId }).from(qaSeats).where(eq(qaSeats.isDialect, true));
  return new Set(rows.map(({ agentId }) => agentId));
};
