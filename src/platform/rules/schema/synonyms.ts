import { z } from "zod";
import { Clause, RuleId, Text } from "./common.ts";

/** How callers say it, and how articles do. */
export const Synonyms = z.strictObject({
  note: Text,
  clause: Clause,
  rule: RuleId,
  words: z.array(z.strictObject({ said: z.array(Text).min(1), official: z.array(Text).min(1) })).min(1),
});
