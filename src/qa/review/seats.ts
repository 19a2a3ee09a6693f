import { actorName, authorize } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx } from "../../platform/context.ts";
import type { ChangeSeat, Seat } from "../schema-review.ts";
import { putSeat, seatsAtWork, selectSeats } from "./store-results.ts";

/** Seats with name, team and dialect, by number: those that were described, and all that have a scored call. */
export async function listSeats(ctx: Ctx): Promise<Seat[]> {
  authorize(ctx.actor, "score.review");
  const known = await selectSeats(ctx.db);
  const described = new Set(known.map(({ agentId }) => agentId));
  const others = (await seatsAtWork(ctx.db)).filter((agentId) => !described.has(agentId));
  const bare = others.map((agentId) => ({ agentId, name: null, team: null, isDialect: false }));
  return [...known, ...bare].sort((a, b) => (a.agentId < b.agentId ? -1 : 1));
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
