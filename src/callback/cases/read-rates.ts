import { authorize } from "../../platform/access.ts";
import type { Ctx } from "../../platform/context.ts";
import { atShanghai, shiftDate } from "../../platform/workdays.ts";
import type { Rates, ReadRates } from "../schema-case.ts";
import { ratesOf } from "./rates.ts";
import { recordedIn } from "./store-cases.ts";

/** The rates of the callbacks recorded from day to day, both in. A case counts once, by its newest record. */
export async function readRates(ctx: Ctx, { from, to, by, script }: ReadRates): Promise<Rates> {
  authorize(ctx.actor, "callback.rates");
  const start = new Date(atShanghai(from, "00:00"));
  const until = new Date(atShanghai(shiftDate(to, 1), "00:00"));
  const recorded = await recordedIn(ctx.db, start, until);
  return ratesOf(ctx.rules.callback, by, script ? recorded.filter((each) => each.script === script) : recorded);
}
