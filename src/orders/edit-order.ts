import { isDeepStrictEqual } from "node:util";
import { actorName, authorize, displayName } from "../platform/access.ts";
import { record } from "../platform/audit.ts";
import type { Ctx, Db } from "../platform/context.ts";
import { AppError } from "../platform/errors.ts";
import { applyChanges } from "./rules.ts";
import { type EditOrder, Elements } from "./schema.ts";
import { editsOf, findOrder, insertEdits, type Order, updateOrder } from "./store.ts";

/** What a person is told who was not the first. */
export const someoneWasFirst = (present: Order) =>
  new AppError("conflict", "工单刚被他人修改。您填写的内容仍在屏幕上，请核对最新内容后再保存", { present });

/**
 * Changes fields of an order; who, when, before and after are kept for each.
 * Throws AppError `conflict` with the present row when `version` is stale, `not_found`, `forbidden`.
 */
export async function editOrder(ctx: Ctx, id: string, { version, changes }: EditOrder): Promise<Order> {
  authorize(ctx.actor, "order.edit");
  return ctx.inTransaction(async (tx) => {
    // Nothing is drafted anew between what is read here and what is written.
    const before = await findOrder(tx, ctx.actor, id, { isKept: true });
    if (before.version !== version) throw someoneWasFirst(before);
    const isAgent = ctx.actor.kind === "user" && ctx.actor.role === "agent";
    if (isAgent && before.state === "confirmed") {
      throw new AppError("conflict", "工单已确认，如需更改请联系派单员", { present: before });
    }
    const after = applyChanges(before, changes, await earlierElements(tx, id));
    const fields = (Object.keys(after) as (keyof Order)[]).filter((key) => !isDeepStrictEqual(after[key], before[key]));
    if (!fields.length) return before;
    const updated = await updateOrder(tx, id, version, { ...after, updatedAt: ctx.now() });
    if (!updated) throw someoneWasFirst(before);
    const edit = {
      orderId: id,
      version: updated.version,
      by: actorName(ctx.actor),
      byName: displayName(ctx.actor),
      at: ctx.now(),
    };
    await insertEdits(
      tx,
      fields.map((field) => ({ ...edit, field, before: before[field] ?? null, after: after[field] ?? null })),
    );
    record(tx, ctx, "order.edit", id, { fields, version: updated.version });
    return updated;
  });
}

/** What the elements were before each edit: a value that is taken back gets its words back too. */
async function earlierElements(db: Db, id: string): Promise<Elements[]> {
  const edits = await editsOf(db, id);
  return edits.filter(({ field }) => field === "elements").map(({ before }) => Elements.parse(before));
}
