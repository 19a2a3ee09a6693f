import { and, asc, desc, eq, gte, inArray, isNull, lt, lte, ne, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "../platform/access.ts";
import { toShanghaiIso } from "../platform/clock.ts";
import type { Db } from "../platform/context.ts";
import { notFound } from "../platform/errors.ts";
import type { Call, ListCalls, Utterance } from "./schema.ts";
import { calls, orderEdits, orders, utterances } from "./table.ts";

export type CallRow = typeof calls.$inferSelect;
export type Order = typeof orders.$inferSelect;
export type OrderEdit = typeof orderEdits.$inferSelect;

const nothing = sql`false`;

/** Which calls this actor may see: agents their own and those of no seat, callback staff callbacks, dispatchers what is no callback. */
export const visibleCalls = (actor: Actor): SQL | undefined => {
  if (actor.kind === "system" || actor.role === "qa") return undefined;
  const isIncoming = inArray(calls.direction, ["inbound", "web"]);
  if (actor.role === "dispatcher") return isIncoming;
  if (actor.role === "callback") return eq(calls.direction, "callback");
  if (actor.role !== "agent") return nothing;
  return and(isIncoming, or(isNull(calls.agentId), eq(calls.agentId, actor.agentId ?? "")));
};

/** An agency sees only what was dispatched to it; the others see the orders of the calls they see. */
const visibleOrders = (actor: Actor): SQL | undefined =>
  actor.kind === "user" && actor.role === "agency" ? eq(orders.dispatchedTo, actor.agency ?? "") : visibleCalls(actor);

/** Throws AppError `not_found` for a call that is missing or hidden from the actor. */
export async function findCall(db: Db, actor: Actor, id: string): Promise<CallRow> {
  const [row] = await db
    .select()
    .from(calls)
    .where(and(eq(calls.id, id), visibleCalls(actor)));
  if (!row) throw notFound("通话");
  return row;
}

/** A call with its utterances in the shape it came in. */
export async function readCall(db: Db, actor: Actor, id: string): Promise<Call & { row: CallRow }> {
  const row = await findCall(db, actor, id);
  const spoken = await db.select().from(utterances).where(eq(utterances.callId, id)).orderBy(asc(utterances.i));
  return { row, ...callIn(row, spoken) };
}

/** A call in the shape it came in. */
export const callIn = (row: CallRow, spoken: readonly (typeof utterances.$inferSelect)[]): Call => ({
  id: row.id,
  direction: row.direction,
  startedAt: toShanghaiIso(row.startedAt),
  callerNumber: row.callerNumber,
  agentId: row.agentId,
  order: row.callbackOrder,
  utterances: spokenIn(spoken),
});

/** Rows of utterances in the shape they came in. */
export const spokenIn = (rows: readonly (typeof utterances.$inferSelect)[]): Utterance[] =>
  rows.map(({ callId: _, confidence, lowConfidence, ...utterance }) => ({
    ...utterance,
    ...(confidence === null ? {} : { confidence }),
    ...(lowConfidence ? { lowConfidence } : {}),
  }));

/** Inserts the call unless its id is taken; says whether it was new. */
export async function insertCall(tx: Db, row: CallRow, spoken: Call["utterances"]): Promise<boolean> {
  const inserted = await tx.insert(calls).values(row).onConflictDoNothing().returning({ id: calls.id });
  if (!inserted.length) return false;
  const rows = spoken.map((utterance) => ({ ...utterance, callId: row.id }));
  const batchRows = 1_000;
  for (let at = 0; at < rows.length; at += batchRows)
    await tx.insert(utterances).values(rows.slice(at, at + batchRows));
  return true;
}

export const inputHashOf = async (db: Db, id: string): Promise<string | undefined> =>
  (await db.select({ hash: calls.inputHash }).from(calls).where(eq(calls.id, id)))[0]?.hash;

/** Newest first, with the head of the order where there is one. */
export const selectCalls = (db: Db, actor: Actor, filter: ListCalls) =>
  db
    .select({
      id: calls.id,
      direction: calls.direction,
      startedAt: calls.startedAt,
      agentId: calls.agentId,
      state: calls.state,
      failure: calls.failure,
      callbackOrder: calls.callbackOrder,
      orderId: orders.id,
      orderState: orders.state,
      kind: orders.kind,
      urgent: orders.urgent,
      title: orders.title,
      missing: orders.missing,
      agencies: orders.agencies,
      clocks: orders.clocks,
    })
    .from(calls)
    .leftJoin(orders, eq(orders.callId, calls.id))
    .where(
      and(
        visibleCalls(actor),
        filter.state && eq(calls.state, filter.state),
        filter.direction && eq(calls.direction, filter.direction),
      ),
    )
    .orderBy(desc(calls.startedAt), desc(calls.id))
    .limit(filter.limit);

/** Ends a call's waiting; false when it did not wait any more. */
export async function endCall(
  tx: Db,
  id: string,
  end: Pick<CallRow, "state" | "failure" | "processedAt">,
): Promise<boolean> {
  const isWaiting = and(eq(calls.id, id), eq(calls.state, "received"));
  return (await tx.update(calls).set(end).where(isWaiting).returning({ id: calls.id })).length > 0;
}

/** Calls to process: those that wait since before `olderThan`, and live ones of which nothing came in since before `silentSince`. */
export const callsWaitingSince = (db: Db, olderThan: Date, silentSince: Date) =>
  db
    .select({ id: calls.id })
    .from(calls)
    .where(
      or(
        and(eq(calls.state, "received"), lt(calls.receivedAt, olderThan)),
        and(eq(calls.state, "live"), lt(calls.receivedAt, silentSince)),
      ),
    )
    .limit(1_000);

/** The next order number's running part. */
export async function nextOrderNumber(tx: Db): Promise<number> {
  const { rows } = await tx.execute<{ n: number }>(sql`select nextval('order_number')::int as n`);
  return rows[0]?.n ?? 0;
}

/** Inserts the order unless its call has one; gives it back when it was new. */
export const insertOrder = async (tx: Db, row: Order): Promise<Order | undefined> =>
  (await tx.insert(orders).values(row).onConflictDoNothing().returning())[0];

/** Fills a part that no one has filled yet; false when it was filled. Does not count as an edit. */
export async function fillOrder(
  tx: Db,
  callId: string,
  part: Pick<Order, "agencies" | "clocks"> | Pick<Order, "answers">,
): Promise<boolean> {
  const empty = "answers" in part ? isNull(orders.answers) : isNull(orders.agencies);
  const filled = tx
    .update(orders)
    .set(part)
    .where(and(eq(orders.callId, callId), empty));
  return (await filled.returning({ id: orders.id })).length > 0;
}

/** Throws AppError `not_found` for an order that is missing or hidden from the actor. With `isKept` nobody changes it until the commit. */
export async function findOrder(db: Db, actor: Actor, id: string, { isKept = false } = {}): Promise<Order> {
  const found = db
    .select({ order: orders })
    .from(orders)
    .innerJoin(calls, eq(orders.callId, calls.id))
    .where(and(eq(orders.id, id), visibleOrders(actor)));
  const [row] = await (isKept ? found.for("update", { of: orders }) : found);
  if (!row) throw notFound("工单");
  return row.order;
}

export const orderOfCall = async (db: Db, callId: string): Promise<Order | undefined> =>
  (await db.select().from(orders).where(eq(orders.callId, callId)))[0];

/** The ids of the calls that the actor may see, as a part of another query. */
export const visibleCallIds = (db: Db, actor: Actor) =>
  db.select({ id: calls.id }).from(calls).where(visibleCalls(actor));

/** When these calls began and how their orders stand. Who may see which is the caller's part. */
export const callHeads = (db: Db, ids: readonly string[]) =>
  db
    .select({ id: calls.id, startedAt: calls.startedAt, orderId: orders.id, orderState: orders.state })
    .from(calls)
    .leftJoin(orders, eq(orders.callId, calls.id))
    .where(inArray(calls.id, [...ids]));

const mostEarlier = 10;

/** The heads of the orders that the same number called about before, newest first, of those the actor may see. */
export const earlierOrders = (db: Db, actor: Actor, { id, callerNumber, startedAt }: CallRow) =>
  db
    .select({
      orderId: orders.id,
      callId: calls.id,
      title: orders.title,
      state: orders.state,
      startedAt: calls.startedAt,
      category: orders.category,
      agencies: orders.agencies,
    })
    .from(orders)
    .innerJoin(calls, eq(orders.callId, calls.id))
    .where(
      and(
        eq(calls.callerNumber, callerNumber ?? ""),
        ne(calls.id, id),
        lte(calls.startedAt, startedAt),
        visibleOrders(actor),
      ),
    )
    .orderBy(desc(calls.startedAt), desc(orders.id))
    .limit(mostEarlier);

export type LikeOrder = Pick<Order, "category" | "district" | "street"> & {
  callId: string;
  callerNumber: string | null;
  since: Date;
  until: Date;
};

const mostLike = 20;

/** Confirmed orders of the same number, or of the same street and item, in that time; newest first. For engines, not for readers. */
export function ordersLike(db: Db, like: LikeOrder) {
  const { category, district, street, callId, callerNumber, since, until } = like;
  const { id, summary, elements } = orders;
  const sameCaller = callerNumber ? eq(calls.callerNumber, callerNumber) : nothing;
  const samePlace =
    district && street
      ? and(
          eq(orders.district, district),
          eq(orders.street, street),
          sql`${orders.category}->>'item' = ${category.item ?? ""}`,
        )
      : nothing;
  return db
    .select({
      id,
      summary,
      elements,
      category: orders.category,
      district: orders.district,
      street: orders.street,
      callerNumber: calls.callerNumber,
    })
    .from(orders)
    .innerJoin(calls, eq(orders.callId, calls.id))
    .where(
      and(
        or(sameCaller, samePlace),
        eq(orders.state, "confirmed"),
        ne(calls.id, callId),
        gte(calls.startedAt, since),
        lte(calls.startedAt, until),
      ),
    )
    .orderBy(desc(calls.startedAt), desc(orders.id))
    .limit(mostLike);
}

/** Gives nothing back when someone else changed the order first. */
export async function updateOrder(
  tx: Db,
  id: string,
  version: number,
  change: Partial<Order>,
): Promise<Order | undefined> {
  const [row] = await tx
    .update(orders)
    .set({ ...change, version: sql`${orders.version} + 1` })
    .where(and(eq(orders.id, id), eq(orders.version, version)))
    .returning();
  return row;
}

export const insertEdits = (tx: Db, rows: Omit<OrderEdit, "id">[]) => tx.insert(orderEdits).values(rows);

export const editsOf = (db: Db, orderId: string): Promise<OrderEdit[]> =>
  db.select().from(orderEdits).where(eq(orderEdits.orderId, orderId)).orderBy(asc(orderEdits.id));
