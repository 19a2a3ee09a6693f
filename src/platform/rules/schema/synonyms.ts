import { z } from "zod";
import { Clause, RuleId, Text } from "./common.ts";

/** What people call the same matter, a line each: the articles' name first, words with a space between. */
const MatterGroup = z.strictObject({
  name: Text,
  /** What is done and by whom, which tells little about the matter itself. */
  light: z.boolean().default(false),
  matters: z.array(Text).min(1),
});

/** How callers say it, and how articles do. */
export const Synonyms = z.strictObject({
  note: Text,
  clause: Clause,
  rule: RuleId,
  words: z.array(z.strictObject({ said: z.array(Text).min(1), official: z.array(Text).min(1) })).min(1),
  groups: z.array(MatterGroup).default([]),
});
