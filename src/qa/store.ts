import { eq, inArray } from "drizzle-orm";
import type { Db } from "../platform/context.ts";
import { qaScores } from "./table.ts";

export type QaScoreRow = typeof qaScores.$inferSelect;

/** Keeps the first score of a call; false when it has one. */
export const insertScore = async (tx: Db, row: QaScoreRow): Promise<boolean> =>
  (await tx.insert(qaScores).values(row).onConflictDoNothing().returning({ id: qaScores.callId })).length > 0;

export const scoreOfCall = async (db: Db, callId: string): Promise<QaScoreRow | undefined> =>
  (await db.select().from(qaScores).where(eq(qaScores.callId, callId)))[0];

export const scoresOfCalls = (db: Db, callIds: string[]): Promise<QaScoreRow[]> =>
  db.select().from(qaScores).where(inArray(qaScores.callId, callIds));
