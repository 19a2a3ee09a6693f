import { asc, desc, inArray, sql } from "drizzle-orm";
import type { Db } from "../platform/context.ts";
import { groupBy } from "../platform/group-by.ts";
import type { Call } from "./schema.ts";
import { callIn, type Order } from "./store.ts";
import { calls, orders, utterances } from "./table.ts";

/** The callbacks about these orders, newest first. */
export const callbacksAbout = async (
  db: Db,
  orderIds: readonly string[],
): Promise<{ id: string; orderId: string }[]> => {
  if (orderIds.length === 0) return [];
  const orderId = sql<string>`${calls.callbackOrder}->>'id'`;
  return db
    .select({ id: calls.id, orderId })
    .from(calls)
    .where(inArray(orderId, [...orderIds]))
    .orderBy(desc(calls.startedAt));
};

/** Many calls with their utterances, for engines that go over all of them; in no order. */
export async function readCalls(db: Db, ids: readonly string[]): Promise<Call[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select()
    .from(calls)
    .where(inArray(calls.id, [...ids]));
  const spoken = await db
    .select()
    .from(utterances)
    .where(inArray(utterances.callId, [...ids]))
    .orderBy(asc(utterances.callId), asc(utterances.i));
  const own = groupBy(spoken, ({ callId }) => callId);
  return rows.map((row) => callIn(row, own.get(row.id) ?? []));
}

/** The orders of these calls. */
export const ordersOfCalls = async (db: Db, callIds: readonly string[]): Promise<Order[]> =>
  callIds.length === 0
    ? []
    : db
        .select()
        .from(orders)
        .where(inArray(orders.callId, [...callIds]));
