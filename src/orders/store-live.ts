import { and, asc, eq, inArray, isNotNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { type Actor, actorName } from "../platform/access.ts";
import type { Db } from "../platform/context.ts";
import type { Utterance } from "./schema.ts";
import { type CallRow, type Order, spokenIn, visibleCalls } from "./store.ts";
import { calls, orders, utterances } from "./table.ts";

/** Calls that this actor may add to: those one may see, and those one opened for another seat. */
const reachableCalls = (actor: Actor): SQL | undefined => {
  const visible = visibleCalls(actor);
  return visible && or(visible, eq(calls.openedBy, actorName(actor)));
};

/** Notes that something of a live call came in, and keeps its row until the commit. Undefined when it is not live or out of reach. */
export const touchLiveCall = async (tx: Db, actor: Actor, id: string, now: Date): Promise<CallRow | undefined> =>
  (
    await tx
      .update(calls)
      .set({ receivedAt: now })
      .where(and(eq(calls.id, id), eq(calls.state, "live"), reachableCalls(actor)))
      .returning()
  )[0];

/** A call that this actor may add to, whatever its state. */
export const reachableCall = async (db: Db, actor: Actor, id: string): Promise<CallRow | undefined> =>
  (
    await db
      .select()
      .from(calls)
      .where(and(eq(calls.id, id), reachableCalls(actor)))
  )[0];

/** Keeps what is new; gives the numbers of what was not there. */
export async function insertUtterances(tx: Db, callId: string, spoken: readonly Utterance[]): Promise<number[]> {
  if (!spoken.length) return [];
  const rows = spoken.map((utterance) => ({ ...utterance, callId }));
  const inserted = await tx.insert(utterances).values(rows).onConflictDoNothing().returning({ i: utterances.i });
  return inserted.map(({ i }) => i);
}

/** Everything said in a call, in order. */
export const utterancesOf = async (db: Db, callId: string): Promise<Utterance[]> =>
  spokenIn(await db.select().from(utterances).where(eq(utterances.callId, callId)).orderBy(asc(utterances.i)));

/** Ends a live call, so that it waits for its processing; false when it was over. With `silentSince` only when nothing came in after. */
export async function endLiveCall(tx: Db, id: string, now: Date, silentSince?: Date): Promise<boolean> {
  const isLive = and(eq(calls.id, id), eq(calls.state, "live"), silentSince && lt(calls.receivedAt, silentSince));
  const ended = tx.update(calls).set({ state: "received", receivedAt: now }).where(isLive);
  return (await ended.returning({ id: calls.id })).length > 0;
}

/**
 * Puts a newer draft of a live call in. Undefined when a person changed the order after `version`, when it is confirmed or stands,
 * or when it already rests on more than `heard` utterances. Does not count as an edit.
 */
export async function redraftOrder(
  db: Db,
  { id, version, heard }: { id: string; version: number; heard: number },
  change: Partial<Order>,
): Promise<Order | undefined> {
  const isOlder = and(isNotNull(orders.heard), lte(orders.heard, heard));
  const [row] = await db
    .update(orders)
    .set({ ...change, heard })
    .where(and(eq(orders.id, id), eq(orders.version, version), eq(orders.state, "draft"), isOlder))
    .returning();
  return row;
}

/** Lets the draft of a live call stand. The answers of a draft are asked for once more. */
export const settleOrder = async (tx: Db, callId: string): Promise<Order | undefined> =>
  (
    await tx
      .update(orders)
      .set({ heard: null, answers: sql`case when ${orders.state} = 'draft' then null else ${orders.answers} end` })
      .where(and(eq(orders.callId, callId), isNotNull(orders.heard)))
      .returning()
  )[0];

/** Puts answers into the draft of a live call; false when it stands already. */
export async function putLiveAnswers(db: Db, orderId: string, answers: Order["answers"]): Promise<boolean> {
  const isOpen = and(eq(orders.id, orderId), eq(orders.state, "draft"), isNotNull(orders.heard));
  return (await db.update(orders).set({ answers }).where(isOpen).returning({ id: orders.id })).length > 0;
}

/** The words that are kept under these numbers. */
export const wordsOf = (db: Db, callId: string, numbers: number[]): Promise<{ i: number; text: string }[]> =>
  numbers.length
    ? db
        .select({ i: utterances.i, text: utterances.text })
        .from(utterances)
        .where(and(eq(utterances.callId, callId), inArray(utterances.i, numbers)))
    : Promise.resolve([]);
