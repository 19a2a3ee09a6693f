import { actorName, authorize, displayName } from "../platform/access.ts";
import { record } from "../platform/audit.ts";
import type { Ctx } from "../platform/context.ts";
import { AppError } from "../platform/errors.ts";
import { decide } from "../platform/suggestions.ts";
import { someoneWasFirst } from "./edit-order.ts";
import type { ConfirmOrder } from "./schema.ts";
import { findOrder, type Order, updateOrder } from "./store.ts";

/**
 * Makes the draft real by a named person's word, and keeps that word on every suggestion of the order.
 * Throws AppError `conflict` with the present row when `version` is stale or the order is confirmed, `not_found`, `forbidden`.
 */
export async function confirmOrder(ctx: Ctx, id: string, { version }: ConfirmOrder): Promise<Order> {
  authorize(ctx.actor, "order.confirm");
  const before = await findOrder(ctx.db, ctx.actor, id);
  if (before.version !== version) throw someoneWasFirst(before);
  if (before.state !== "draft") throw new AppError("conflict", "工单已经确认过了", { present: before });
  const confirmed = await ctx.inTransaction(async (tx) => {
    const by = { confirmedBy: actorName(ctx.actor), confirmedByName: displayName(ctx.actor) };
    const change = { ...by, state: "confirmed" as const, confirmedAt: ctx.now() };
    const updated = await updateOrder(tx, id, version, { ...change, updatedAt: ctx.now() });
    if (!updated) return undefined;
    for (const [what, value] of decided(updated)) await decide(tx, ctx, { subject: `order:${id}`, what, value });
    record(tx, ctx, "order.confirm", id, { version: updated.version });
    return updated;
  });
  if (!confirmed) throw someoneWasFirst(await findOrder(ctx.db, ctx.actor, id));
  return confirmed;
}

/** The value that each suggestion ended with. */
const decided = (order: Order): [what: string, value: string | null][] => [
  ["kind", order.kind],
  ["urgent", order.urgentClass ?? order.urgent],
  ["scope", order.scope],
  ["category", order.category.item],
  ["lead", order.agencies?.lead ?? null],
];
