import { z } from "zod";
import { Clause, Matchers, RuleId, Text } from "./common.ts";

const Kind = z.enum(["咨询", "求助", "投诉", "举报", "建议"]);
const UrgentClass = z.enum(["不稳定因素", "突发事件", "基本民生保障", "极端天气", "疫情"]);

/** What callers or agents say that speaks for a kind. Weights of a kind add up. */
const Signal = z.strictObject({
  kind: Kind,
  who: z.enum(["citizen", "agent", "restatement", "opening"]),
  weight: z.number().min(-5).max(5),
  why: Text,
  words: Matchers,
  /** How many times it may count in one call; once unless told. */
  times: z.int().min(1).max(4).optional(),
  /** Must stand somewhere in what the caller said. */
  and: Matchers.optional(),
  /** Must not stand anywhere in what the caller said. */
  unless: Matchers.optional(),
});

const Special = z.strictObject({ kind: Kind, text: Text, clause: Clause, rule: RuleId });

/** What urgency and scope say about the kind: who reports a fire asks for rescue. */
const Inference = z.strictObject({
  urgentClass: UrgentClass.optional(),
  scopes: z.array(Text).optional(),
  /** Only when the caller threatened himself (true) or nobody did (false). */
  threat: z.boolean().optional(),
  kind: Kind,
  weight: z.number().min(0).max(5),
  why: Text,
  clause: Clause,
});

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
  inferences: z.array(Inference).optional(),
  /** Share of its weight that a signal keeps when it is only said after the matter was opened. */
  later: z.number().min(0).max(1).optional(),
  /** What an agent says who answers with a source, and scopes whose consultations are redirected or refused. */
  answered: Matchers.optional(),
  unanswered: z.array(Text).optional(),
  /** When nothing speaks for any kind: by the form of what was said, tried in order. */
  forms: z.array(z.strictObject({ kind: Kind, why: Text, words: Matchers })).optional(),
  /** When the form says nothing either. */
  fallback: Kind,
});
export type Kinds = z.infer<typeof Kinds>;
