import { z } from "zod";
import { Clause, RuleId, Text } from "./common.ts";

const Entry = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z]*$/, "应为 camelCase"),
  text: Text,
  level: z.enum(["应", "宜", "可"]),
  clause: Clause,
  rule: RuleId,
  note: Text.optional(),
});

/** What the knowledge base holds, must do and must refuse. */
export const Knowledge = z.strictObject({
  contentKinds: z.array(Entry).min(1),
  functions: z.array(Entry).min(1),
  duties: z.array(Entry),
});
export type Knowledge = z.infer<typeof Knowledge>;
