import { z } from "zod";
import { Clause, RuleId, Text } from "./common.ts";

const Item = z.strictObject({
  id: z.enum(["complete", "place", "quotes", "consistent", "title", "summary", "category"]),
  label: Text,
  /** Share of the whole; the shares of all items are scaled to a hundred. */
  weight: z.number().positive(),
  clause: Clause,
  rule: RuleId.optional(),
});

/** How well an order is recorded (诉求工单记录准确性): what is looked at, and the figures it is looked at with. */
export const Quality = z.strictObject({
  clause: Clause,
  note: Text.optional(),
  items: z.array(Item).min(1),
  /** Lengths in characters. */
  summary: z.strictObject({ min: z.int().positive(), max: z.int().positive() }),
  title: z.strictObject({ max: z.int().positive() }),
  /** Least share of the pairs of characters of a title that the call must hold. */
  titleShare: z.number().min(0).max(1),
});
export type Quality = z.infer<typeof Quality>;
