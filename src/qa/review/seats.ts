import { actorName, authorize } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx } from "../../platform/context.ts";
import type { ChangeSeat, Seat } from "../schema-review.ts";
import { putSeat, selectSeats } from "./store-results.ts";

/** Seats with team and dialect, by number. */
export async function listSeats(ctx: Ctx): Promise<Seat[]> {
  authorize(ctx.actor, "score.review");
  return selectSeats(ctx.db);
}

/** Says whose a seat is, its team, and whether it speaks dialect: then the Mandarin item is off for calls scored from now on (X25). */
export async function changeSeat(ctx: Ctx, agentId: string, { name, team, isDialect }: ChangeSeat): Promise<Seat> {
  authorize(ctx.actor, "score.review");
  const seat: Seat = { agentId, name: name ?? null, team: team ?? null, isDialect };
  await ctx.inTransaction(async (tx) => {
    await putSeat(tx, { ...seat, changedBy: actorName(ctx.actor), changedAt: ctx.now() });
    record(tx, ctx, "qa.seat", agentId, { team: seat.team, isDialect });
  });
  return seat;
}
