import { z } from "zod";
import { Clause, Matchers, RuleId, Text } from "./common.ts";

/** Matters that belong elsewhere, by the channel they belong to. */
export const ExcludedScope = z.enum([
  "110",
  "119",
  "120",
  "122",
  "诉讼仲裁",
  "纪检监察",
  "信访",
  "行政复议",
  "政府信息公开",
  "国家秘密",
  "商业秘密",
  "个人隐私",
  "超出职责",
  "辖区外",
  "重复诉求",
]);

const Exclusion = z.strictObject({
  scope: ExcludedScope,
  code: Text,
  clause: Clause,
  rule: RuleId,
  text: Text,
  /** Tried in rising order; the first that holds is the answer. */
  order: z.int(),
  /** Words of the caller (or of the restatement the caller confirmed). */
  citizen: Matchers.optional(),
  /** Words of the agent that name the channel; they suffice alone. */
  agent: Matchers.optional(),
  /** Names the channel in a turn in which the agent refuses the matter. */
  channel: Matchers.optional(),
  /** A matter that every agent has to refuse: where the call was closed without, the caller's words are another matter. */
  refused: z.boolean().optional(),
  /** How an agent points to the channel without refusing: where he took the matter on and did not, the caller's words are another matter. */
  advice: Matchers.optional(),
  /** Must stand somewhere in the caller's words too. */
  and: Matchers.optional(),
  /** Must not stand anywhere in the caller's words. */
  unless: Matchers.optional(),
  /** Only while it is happening: past events are no matter for an emergency line. */
  now: z.boolean().optional(),
  /** How an agent sends the caller to the emergency line: in a call that was closed it is a matter of the line only then. */
  directs: Matchers.optional(),
  /** A matter of an emergency line is urgent by itself. */
  urgentClass: z.enum(["不稳定因素", "突发事件", "基本民生保障", "极端天气", "疫情"]).optional(),
  wording: Text,
});
export type Exclusion = z.infer<typeof Exclusion>;

/** What the hotline takes, and what belongs to another channel, with the words to tell the caller. */
export const ScopeRules = z.strictObject({
  note: Text.optional(),
  accepts: z.array(z.strictObject({ text: Text, clause: Clause, rule: RuleId })).min(1),
  past: Matchers.optional(),
  /** How an agent says that the hotline cannot take the matter. */
  refusal: Matchers.optional(),
  /** How an agent says that the hotline takes the matter on, whether the call is closed or breaks off there. */
  taken: Matchers.optional(),
  exclusions: z.array(Exclusion),
  /** When an order repeats an earlier one, and what reopens it. */
  repeat: z
    .strictObject({
      clause: Clause,
      rule: RuleId,
      /** Least share of the pairs of characters that two matters of one item have in common. */
      sameMatter: z.number().min(0).max(1),
      /** Orders older than this are no longer looked at, in days. */
      withinDays: z.int().positive(),
      /** New circumstances or reasons: the matter is taken again. */
      renewed: Matchers,
      wording: Text,
    })
    .optional(),
});
export type ScopeRules = z.infer<typeof ScopeRules>;
