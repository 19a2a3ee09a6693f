import { z } from "zod";
import { Clause, RuleId, Text } from "./common.ts";

const Channel = z.strictObject({ name: Text, medium: z.enum(["电话", "网络"]), clause: Clause, rule: RuleId });

/** A call may be joined by the agency: when that is allowed, in which order things are said, how often it is dialled. */
const ThreeWay = z.strictObject({
  conditions: z.array(Text).min(1),
  steps: z.array(Text).min(1),
  tries: z.int().positive(),
  refused: Text,
  unanswered: Text,
  clause: Clause,
  rules: z.array(RuleId).min(1),
});

const Duty = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z]*$/, "应为 camelCase"),
  text: Text,
  level: z.enum(["应", "宜", "可"]),
  clause: Clause,
  rule: RuleId,
});

/** How demands come in, and what the agent does while the caller is on the line. */
export const Intake = z.strictObject({
  media: z.array(Text).min(1),
  hours: z.strictObject({ text: Text, clause: Clause, rule: RuleId }),
  channels: z.array(Channel).min(1),
  lines: z.array(z.strictObject({ name: Text, clause: Clause, rule: RuleId })),
  threeWay: ThreeWay,
  duties: z.array(Duty),
});
export type Intake = z.infer<typeof Intake>;
