import { z } from "zod";
import { Clause, RuleId, Text } from "./common.ts";
import { ExcludedScope } from "./scope.ts";

const UrgentClass = z.enum(["不稳定因素", "突发事件", "基本民生保障", "极端天气", "疫情"]);

/**
 * Tells items apart that share their words: each group of `all` must be heard in the call, and where `scopes` or
 * `urgentClasses` stand the call must be of one of them. `gain` adds to the item,
 * `against` takes the same from items that the words would else fit. `unless` words switch the entry off.
 */
const Distinction = z.strictObject({
  item: Text,
  all: z.array(z.array(Text).min(1)),
  scopes: z.array(ExcludedScope).optional(),
  urgentClasses: z.array(UrgentClass).optional(),
  unless: z.array(Text).optional(),
  against: z.array(Text).optional(),
  gain: z.number().positive(),
  why: Text,
});
export type Distinction = z.infer<typeof Distinction>;

/** The traps between neighbouring content items. Names are those of the categories part. */
export const Distinctions = z.strictObject({
  clause: Clause,
  rules: z.array(RuleId).optional(),
  note: Text.optional(),
  distinctions: z.array(Distinction),
});
export type Distinctions = z.infer<typeof Distinctions>;
