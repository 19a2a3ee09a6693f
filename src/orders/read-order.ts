import { authorize } from "../platform/access.ts";
import { record } from "../platform/audit.ts";
import type { Ctx } from "../platform/context.ts";
import { editsOf, findOrder, type Order, type OrderEdit } from "./store.ts";

/** An order with its history. Who read it is on record before the answer goes out. */
export async function readOrder(ctx: Ctx, id: string): Promise<{ order: Order; edits: OrderEdit[] }> {
  authorize(ctx.actor, "order.read");
  const order = await findOrder(ctx.db, ctx.actor, id);
  const edits = await editsOf(ctx.db, id);
  await ctx.inTransaction((tx) => record(tx, ctx, "order.read", id));
  return { order, edits };
}
