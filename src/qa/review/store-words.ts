import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Actor } from "../../platform/access.ts";
import { toShanghaiIso } from "../../platform/clock.ts";
import type { Db } from "../../platform/context.ts";
import { notFound } from "../../platform/errors.ts";
import type { Appeal, Decision, Note } from "../schema-review.ts";
import { qaAppeals, qaDecisions, qaNotes } from "../table-review.ts";

export type DecisionRow = typeof qaDecisions.$inferSelect;
export type AppealRow = typeof qaAppeals.$inferSelect;
export type NoteRow = typeof qaNotes.$inferSelect;

const isoOrNull = (at: Date | null): string | null => at && toShanghaiIso(at);

export const shownDecision = ({ callId: _, taskId: __, rulesVersion: ___, at, ...rest }: DecisionRow): Decision => ({
  ...rest,
  agreed: rest.verdict === rest.engineVerdict,
  at: toShanghaiIso(at),
});

export const shownAppeal = ({ byId: _, decidedById: __, at, decidedAt, ...rest }: AppealRow): Appeal => ({
  ...rest,
  at: toShanghaiIso(at),
  decidedAt: isoOrNull(decidedAt),
});

export const shownNote = ({ byId: _, at, seenAt, ...rest }: NoteRow): Note => ({
  ...rest,
  at: toShanghaiIso(at),
  seenAt: isoOrNull(seenAt),
});

/** All words of people on a call, oldest first. */
export const decisionsOf = (db: Db, callId: string): Promise<DecisionRow[]> =>
  db.select().from(qaDecisions).where(eq(qaDecisions.callId, callId)).orderBy(asc(qaDecisions.at), asc(qaDecisions.id));

export const appealsOf = (db: Db, callId: string): Promise<AppealRow[]> =>
  db.select().from(qaAppeals).where(eq(qaAppeals.callId, callId)).orderBy(asc(qaAppeals.at), asc(qaAppeals.id));

export const notesOfCall = (db: Db, callId: string): Promise<NoteRow[]> =>
  db.select().from(qaNotes).where(eq(qaNotes.callId, callId)).orderBy(asc(qaNotes.at));

export const insertDecisions = async (tx: Db, rows: readonly DecisionRow[]): Promise<void> => {
  if (rows.length) await tx.insert(qaDecisions).values([...rows]);
};

/** False when an appeal on the item is open already. */
export const insertAppeal = async (tx: Db, row: AppealRow): Promise<boolean> =>
  (await tx.insert(qaAppeals).values(row).onConflictDoNothing().returning({ id: qaAppeals.id })).length > 0;

const ownSeat = (actor: Actor, column: typeof qaAppeals.agentId | typeof qaNotes.agentId): SQL | undefined => {
  if (actor.kind === "system" || actor.role === "qa") return undefined;
  return actor.agentId ? eq(column, actor.agentId) : sql`false`;
};

/** Appeals that the actor may see: open ones first, then the newest. */
export const selectAppeals = (db: Db, actor: Actor, state: AppealRow["state"] | undefined): Promise<AppealRow[]> =>
  db
    .select()
    .from(qaAppeals)
    .where(and(ownSeat(actor, qaAppeals.agentId), state === undefined ? undefined : eq(qaAppeals.state, state)))
    .orderBy(sql`${qaAppeals.state} = '待处理' desc`, desc(qaAppeals.at))
    .limit(500);

/** Nobody changes it until the commit. Throws AppError `not_found`. */
export async function keepAppeal(tx: Db, id: string): Promise<AppealRow> {
  const [row] = await tx.select().from(qaAppeals).where(eq(qaAppeals.id, id)).for("update");
  if (!row) throw notFound("申诉");
  return row;
}

export const updateAppeal = async (tx: Db, id: string, change: Partial<AppealRow>): Promise<AppealRow> => {
  const [row] = await tx.update(qaAppeals).set(change).where(eq(qaAppeals.id, id)).returning();
  if (!row) throw notFound("申诉");
  return row;
};

export const insertNote = (tx: Db, row: NoteRow) => tx.insert(qaNotes).values(row);

export const selectNotes = (db: Db, actor: Actor, agentId: string | undefined): Promise<NoteRow[]> =>
  db
    .select()
    .from(qaNotes)
    .where(and(ownSeat(actor, qaNotes.agentId), agentId === undefined ? undefined : eq(qaNotes.agentId, agentId)))
    .orderBy(desc(qaNotes.at))
    .limit(500);

/** Throws AppError `not_found` for a note of another seat. */
export async function markSeen(tx: Db, actor: Actor, id: string, at: Date): Promise<NoteRow> {
  const [row] = await tx
    .update(qaNotes)
    .set({ seenAt: sql`coalesce(${qaNotes.seenAt}, ${at.toISOString()}::timestamptz)` })
    .where(and(eq(qaNotes.id, id), ownSeat(actor, qaNotes.agentId)))
    .returning();
  if (!row) throw notFound("辅导记录");
  return row;
}
