import { z } from "zod";
import { Clause, Duration, RuleId, Text } from "./common.ts";

const Indicator = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/, "应为 camelCase"),
  name: Text,
  figure: z.number().nullable(),
  comparison: z.enum(["≥", "≤", "=", "无目标值"]),
  unit: z.enum(["%", "秒", "小时", "件"]),
  within: z.union([Duration, z.strictObject({ amount: z.number().positive(), unit: z.literal("秒") })]).optional(),
  numerator: Text.optional(),
  denominator: Text.optional(),
  definition: Text.optional(),
  exclusions: z.array(Text),
  clause: Clause,
  rules: z.array(RuleId).optional(),
  note: Text.optional(),
});

/** Service figures with what is counted, what is left out and who says so. */
export const Indicators = z.strictObject({ indicators: z.array(Indicator).min(1) });
export type Indicators = z.infer<typeof Indicators>;
