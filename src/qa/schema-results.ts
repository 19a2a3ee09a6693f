import { z } from "zod";
import { Day, Month } from "./schema-review.ts";

export const Basis = z.enum(["reviewed", "all"]);
export const GroupedBy = z.enum(["agent", "team", "item"]);

export const ReadResults = z.object({
  month: Month,
  by: GroupedBy.default("agent"),
  basis: Basis.default("reviewed"),
});
export type ReadResults = z.infer<typeof ReadResults>;

/** A month of an agent, a team or an item. Of an item `recordings` are those in which it cost points. */
export const MonthResult = z.object({
  key: z.string(),
  name: z.string().nullable(),
  team: z.string().nullable(),
  recordings: z.int(),
  meanScore: z.number().nullable(),
  band: z.number().nullable(),
  deductions: z.int(),
  topItems: z.array(z.object({ item: z.string(), count: z.int() })),
  appeals: z.int(),
  upheld: z.int(),
});
export type MonthResult = z.infer<typeof MonthResult>;

export const MonthResults = z.object({ ...ReadResults.shape, rows: z.array(MonthResult) });
export type MonthResults = z.infer<typeof MonthResults>;

export const ReadTrends = z.object({
  from: Day,
  to: Day,
  by: z.enum(["day", "week", "month"]).default("day"),
  agentId: z.string().min(1).max(40).optional(),
  team: z.string().min(1).max(100).optional(),
});
export type ReadTrends = z.infer<typeof ReadTrends>;

export const TrendPoint = z.object({
  at: z.string(),
  recordings: z.int(),
  meanScore: z.number().nullable(),
  items: z.record(z.string(), z.int()),
});
export type TrendPoint = z.infer<typeof TrendPoint>;

/** The rubric as a screen shows it. A row without named items goes by its checkpoint. */
export const QaRubric = z.object({
  rows: z.array(
    z.object({
      row: z.int(),
      class: z.string(),
      group: z.string(),
      project: z.string(),
      requirement: z.string(),
      checkpoint: z.string(),
      deduction: z.number(),
      means: z.string(),
      items: z.array(z.string()),
      clause: z.string(),
    }),
  ),
  sum: z.number(),
  bands: z.array(z.object({ from: z.number(), points: z.number() })),
  counting: z.object({
    repeated: z.string(),
    rounding: z.string(),
    averaging: z.string(),
    notApplicable: z.string(),
    floor: z.number(),
    vetoScore: z.number(),
    note: z.string(),
  }),
  version: z.string(),
});
export type QaRubric = z.infer<typeof QaRubric>;
