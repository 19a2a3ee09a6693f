import { authorize } from "../../platform/access.ts";
import { toShanghaiIso } from "../../platform/clock.ts";
import type { Ctx } from "../../platform/context.ts";
import { groupBy } from "../../platform/group-by.ts";
import { atShanghai, shanghaiDate, shiftDate } from "../../platform/workdays.ts";
import type { RatePoint, ReadRateTrend } from "../schema-desk.ts";
import { ratesOf } from "./rates.ts";
import { recordedIn } from "./store-cases.ts";

const daysInWeek = 7;

/** The day, the Monday of the week or the first day of the month of a Chinese date. */
export function startOf(date: string, by: ReadRateTrend["by"]): string {
  if (by === "day") return date;
  if (by === "month") return `${date.slice(0, 7)}-01`;
  const sinceMonday = (new Date(`${date}T00:00:00Z`).getUTCDay() + daysInWeek - 1) % daysInWeek;
  return shiftDate(date, -sinceMonday);
}

/** The rates over time, one point a period and wording. A case counts once, where its newest record stands. */
export async function readRateTrend(ctx: Ctx, { from, to, by, script }: ReadRateTrend): Promise<RatePoint[]> {
  authorize(ctx.actor, "callback.rates");
  const start = new Date(atShanghai(from, "00:00"));
  const until = new Date(atShanghai(shiftDate(to, 1), "00:00"));
  const recorded = await recordedIn(ctx.db, start, until);
  const wanted = script ? recorded.filter((each) => each.script === script) : recorded;
  const periods = groupBy(wanted, ({ at }) => startOf(shanghaiDate(toShanghaiIso(at)), by));
  return [...periods]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([at, own]) =>
      ratesOf(ctx.rules.callback, "agency", own).total.map(({ key: _, ...rates }) => ({ at, ...rates })),
    );
}
