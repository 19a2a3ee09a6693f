import { authorize } from "../../platform/access.ts";
import type { Ctx } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { groupBy } from "../../platform/group-by.ts";
import type { MonthResults, ReadResults, ReadTrends, TrendPoint } from "../schema-results.ts";
import { monthResults } from "./month-results.ts";
import { daysBetween, spanOfMonth } from "./span.ts";
import { countedAppeals, countedCalls, itemTrendOf, trendOf } from "./store-results.ts";

/**
 * A month's results by agent, team or item. Agents and callback staff get their own row only. Throws AppError `forbidden` when they ask for
 * anything but agents.
 */
export async function readResults(ctx: Ctx, { month, by, basis }: ReadResults): Promise<MonthResults> {
  authorize(ctx.actor, "score.read");
  if (ctx.actor.kind === "user" && ctx.actor.role !== "qa" && by !== "agent")
    throw new AppError("forbidden", "您只能看自己的结果");
  const span = spanOfMonth(month);
  const calls = await countedCalls(ctx.db, ctx.actor, span, basis === "reviewed");
  const appeals = await countedAppeals(ctx.db, ctx.actor, span);
  return { month, by, basis, rows: monthResults(ctx.rules.rubric, by, calls, appeals) };
}

/** Calls, mean score and items that cost points, over days, weeks (from Monday) or months. */
export async function readTrends(ctx: Ctx, { from, to, by, ...who }: ReadTrends): Promise<TrendPoint[]> {
  authorize(ctx.actor, "score.read");
  const span = daysBetween(from, to);
  const points = await trendOf(ctx.db, ctx.actor, span, by, who);
  const counted = groupBy(await itemTrendOf(ctx.db, ctx.actor, span, by, who), ({ at }) => at);
  return points.map((point) => ({
    ...point,
    items: Object.fromEntries((counted.get(point.at) ?? []).map(({ item, n }) => [item, n])),
  }));
}
