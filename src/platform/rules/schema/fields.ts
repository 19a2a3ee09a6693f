import { z } from "zod";
import { Clause, RuleId, Text } from "./common.ts";

const Field = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z]*$/, "应为 camelCase"),
  label: Text,
  origin: z.enum(["附录D", "5.2.4.1"]),
  clause: Clause,
  rule: RuleId.optional(),
  values: z.array(Text).optional(),
  note: Text.optional(),
});

const ReplySet = z.strictObject({
  id: Text,
  outcome: Text,
  elements: z.array(Text).min(1),
  clause: Clause,
  rule: RuleId,
  note: Text.optional(),
});

const ReplyRule = z.strictObject({
  id: Text,
  text: Text,
  elements: z.array(Text).optional(),
  clause: Clause,
  rule: RuleId,
});

/** Fields of the work order (附录D and 5.2.4.1) and what a reply must say for each outcome. */
export const Fields = z.strictObject({
  fields: z.array(Field).min(1),
  replies: z.array(ReplySet),
  obligations: z.array(ReplyRule),
});
export type Fields = z.infer<typeof Fields>;
