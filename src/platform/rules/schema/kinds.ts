import { z } from "zod";
import { Clause, Matchers, RuleId, Text } from "./common.ts";

const Kind = z.enum(["咨询", "求助", "投诉", "举报", "建议"]);

/** What callers or agents say that speaks for a kind. Weights of a kind add up, each signal once. */
const Signal = z.strictObject({
  kind: Kind,
  who: z.enum(["citizen", "agent", "restatement", "opening"]),
  weight: z.number().min(-5).max(5),
  why: Text,
  words: Matchers,
});
export type KindSignal = z.infer<typeof Signal>;

const Special = z.strictObject({ kind: Kind, text: Text, clause: Clause, rule: RuleId });

/** Nature classes of a source, with what tells them apart. */
export const Kinds = z.strictObject({
  clause: Clause,
  rule: RuleId.optional(),
  note: Text.optional(),
  kinds: z
    .array(z.strictObject({ kind: Kind, name: Text, clause: Clause, rule: RuleId.optional(), definition: Text }))
    .min(1),
  specials: z.array(Special),
  signals: z.array(Signal),
  /** When nothing speaks for any kind. */
  fallback: Kind,
});
export type Kinds = z.infer<typeof Kinds>;
