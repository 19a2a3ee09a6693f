import { type Call, fillOrder, type Order } from "../orders/index.ts";
import { authorize } from "../platform/access.ts";
import { record } from "../platform/audit.ts";
import type { Ctx } from "../platform/context.ts";
import { suggest } from "../platform/suggestions.ts";
import { agenciesFor } from "./agencies-for.ts";
import { clocksFor } from "./clocks-for.ts";

/** Suggests who handles the order and which clocks will run, once: an order that has them keeps them, and so does a suggestion. */
export async function suggestAgencies(ctx: Ctx, call: Call, order: Order): Promise<void> {
  authorize(ctx.actor, "call.process");
  const agencies = agenciesFor(ctx.rules, { draft: order, call });
  const clocks = clocksFor(ctx.rules, { ...order, direction: call.direction, startedAt: call.startedAt });
  await ctx.inTransaction(async (tx) => {
    const isFilled = await fillOrder(tx, call.id, { agencies, clocks });
    const candidates = agencies.candidates.map(({ name, ...rest }) => ({ value: name, ...rest, evidence: [] }));
    await suggest(tx, ctx, [
      {
        subject: `order:${order.id}`,
        what: "lead",
        candidates,
        engine: "rules",
        engineVersion: ctx.rules.version,
        inputHash: order.category.item,
      },
    ]);
    if (isFilled) record(tx, ctx, "order.suggest_agencies", order.id);
  });
}
