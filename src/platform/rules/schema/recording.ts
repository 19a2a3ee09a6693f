import { z } from "zod";
import { Clause, Matchers, RuleId, Text } from "./common.ts";

/** Keys of the elements of an order, as contracts.md names them. A pack may add labels and clauses, not keys that no engine fills. */
export const ElementKey = z.enum([
  "name",
  "contact",
  "time",
  "place",
  "event",
  "target",
  "priorHandling",
  "demand",
  "reason",
  "content",
  "channel",
  "means",
  "act",
  "threatTime",
  "threatPlace",
  "status",
  "scope",
  "harm",
  "emergencyCalled",
  "onSite",
]);
export type ElementKey = z.infer<typeof ElementKey>;

const ElementRule = z.strictObject({
  key: ElementKey,
  label: Text,
  /** What the agent asks to learn it, as it is spoken. */
  ask: Text,
  clause: Clause,
  rule: RuleId,
  note: Text.optional(),
});

const KindRule = z.strictObject({
  kind: z.enum(["咨询", "求助", "投诉", "举报", "建议"]),
  clause: Clause,
  rule: RuleId,
  required: z.array(ElementKey).min(1),
  note: Text.optional(),
});

const ClassRule = z.strictObject({
  urgentClass: z.enum(["不稳定因素", "突发事件"]),
  clause: Clause,
  rule: RuleId,
  required: z.array(ElementKey).min(1),
  note: Text.optional(),
});

const StatusRule = z.strictObject({
  status: z.enum(["已记录", "来电人不愿提供", "来电人不清楚", "不适用", "未询问"]),
  againstAgent: z.boolean(),
  words: Matchers.optional(),
});

const OtherSet = z.strictObject({ clause: Clause, rule: RuleId, text: Text, keys: z.array(ElementKey) });

const Principle = z.strictObject({ text: Text, level: z.enum(["应", "宜", "可"]), clause: Clause, rule: RuleId });

/** Which elements an order of each kind must hold, what urgent classes add, and what an empty element may say. */
export const Recording = z
  .strictObject({
    note: Text.optional(),
    elements: z.array(ElementRule).min(1),
    byKind: z.array(KindRule).min(1),
    byClass: z.array(ClassRule),
    statuses: z.array(StatusRule),
    otherSets: z.array(OtherSet).optional(),
    principles: z.array(Principle).optional(),
  })
  .superRefine((value, context) => {
    const known = new Set(value.elements.map((element) => element.key));
    value.byKind.forEach((each, index) => {
      for (const key of each.required) {
        if (known.has(key)) continue;
        context.addIssue({
          code: "custom",
          path: ["byKind", index, "required"],
          message: `elements 中没有要素 ${key}`,
        });
      }
    });
  });
export type Recording = z.infer<typeof Recording>;
