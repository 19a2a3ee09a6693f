import { z } from "zod";
import { CallbackPlan, CallbackReview } from "./schema.ts";

const line = (maxChars: number) => z.string().trim().min(1, "不能为空").max(maxChars);
const Instant = z.iso.datetime({ offset: true });

export const CaseState = z.enum(["待回访", "已回访", "不回访", "已结束"]);
export type CaseState = z.infer<typeof CaseState>;

/** What the callback officer wrote down. `opinions` are the citizen's own words (S4 5.5.3). */
export const RecordedAnswers = z.strictObject({
  contacted: CallbackReview.shape.contacted,
  resolved: CallbackReview.shape.resolved,
  satisfaction: CallbackReview.shape.satisfaction,
  reason: line(1_000).nullable(),
  opinions: z.array(line(2_000)).max(30),
});
export type RecordedAnswers = z.infer<typeof RecordedAnswers>;

/** A place where the record is not what the citizen said (R-V2, LQ12), with the question that the officer must answer. */
export const Difference = z.object({
  field: z.enum(["contacted", "resolved", "satisfaction", "reason", "opinions", "leading"]),
  recorded: z.string(),
  heard: z.string(),
  utterances: z.array(z.int()),
  question: z.string(),
});
export type Difference = z.infer<typeof Difference>;

export const CaseResult = RecordedAnswers.extend({
  script: z.string(),
  callId: z.string().nullable(),
  differences: z.array(Difference),
  differenceReason: z.string().nullable(),
  by: z.string(),
  at: z.string(),
});
export type CaseResult = z.infer<typeof CaseResult>;

export const Case = z.object({
  id: z.string(),
  title: z.string(),
  contact: z.string().nullable(),
  callerName: z.string().nullable(),
  kind: z.string().nullable(),
  agency: z.string().nullable(),
  street: z.string().nullable(),
  item: z.string().nullable(),
  completedAt: z.string(),
  confidential: z.boolean(),
  refusesCallback: z.boolean(),
  sealed: z.boolean(),
  state: CaseState,
  plan: CallbackPlan,
  attempts: z.array(z.object({ id: z.string(), at: z.string(), result: z.string(), by: z.string() })),
  result: CaseResult.nullable(),
  callIds: z.array(z.string()),
});
export type Case = z.infer<typeof Case>;

/** A case that is opened: with what it is about, and why it is sealed (only who may see sealed cases gets those). */
export const CaseDetail = Case.extend({ content: z.string(), sealedWhy: z.string().nullable() });
export type CaseDetail = z.infer<typeof CaseDetail>;

export const NewCase = z.strictObject({
  orderId: line(100),
  completedAt: Instant,
  title: line(500).optional(),
  content: z.string().max(20_000).optional(),
  contact: line(100).nullable().optional(),
  callerName: line(100).nullable().optional(),
  kind: line(20).nullable().optional(),
  agency: line(100).nullable().optional(),
  street: line(100).nullable().optional(),
  item: line(100).nullable().optional(),
  confidential: z.boolean().optional(),
  refusesCallback: z.boolean().optional(),
});
export type NewCase = z.infer<typeof NewCase>;

export const ChangeCase = z
  .strictObject({
    sealed: z.boolean().optional(),
    sealedWhy: line(500).optional(),
    refusesCallback: z.boolean().optional(),
  })
  .refine(({ sealed, sealedWhy }) => sealed !== true || sealedWhy !== undefined, {
    message: "标记为重点人须写明依据",
    path: ["sealedWhy"],
  })
  .refine((change) => Object.keys(change).length > 0, "没有要改的内容");
export type ChangeCase = z.infer<typeof ChangeCase>;

export const NewAttempt = z.strictObject({ result: line(40), callId: line(100).optional() });
export type NewAttempt = z.infer<typeof NewAttempt>;

export const NewResult = RecordedAnswers.extend({
  script: line(40),
  callId: line(100).optional(),
  differenceReason: line(1_000).optional(),
});
export type NewResult = z.infer<typeof NewResult>;

export const ListCases = z.object({
  state: CaseState.optional(),
  due: z.enum(["now", "all"]).default("all"),
  agency: z.string().min(1).max(100).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type ListCases = z.infer<typeof ListCases>;

export const CaseCounts = z.object({
  now: z.int(),
  waiting: z.int(),
  overdue: z.int(),
  done: z.int(),
  ended: z.int(),
  notCalled: z.int(),
});
export type CaseCounts = z.infer<typeof CaseCounts>;

/** A script with the order's facts in it. */
export const FilledScript = z.object({
  id: z.string(),
  title: z.string(),
  clause: z.string(),
  scale: z.array(z.string()),
  lines: z.array(
    z.object({
      step: z.string(),
      text: z.string(),
      clause: z.string(),
      note: z.string().nullable(),
      isStandard: z.boolean(),
    }),
  ),
  scripts: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type FilledScript = z.infer<typeof FilledScript>;

const Rate = z.object({
  counts: z.record(z.string(), z.int()),
  answered: z.int(),
  rate: z.number().nullable(),
});

export const RateRow = z.object({
  key: z.string(),
  script: z.string(),
  recorded: z.int(),
  contacted: Rate,
  resolved: Rate,
  satisfaction: Rate,
});
export type RateRow = z.infer<typeof RateRow>;

export const Rates = z.object({
  rows: z.array(RateRow),
  total: z.array(RateRow),
  wordings: z.array(
    z.object({
      script: z.string(),
      title: z.string(),
      contacted: z.string(),
      resolved: z.string(),
      satisfaction: z.string(),
      counts: z.object({
        contacted: z.array(z.string()),
        resolved: z.array(z.string()),
        satisfied: z.array(z.string()),
        note: z.string(),
      }),
      notes: z.array(z.string()),
    }),
  ),
  notes: z.array(z.string()),
});
export type Rates = z.infer<typeof Rates>;

const Day = z.iso.date("应为 2026-03-05 这样的日期");

export const ReadRates = z.object({
  from: Day,
  to: Day,
  by: z.enum(["agency", "street", "item"]).default("agency"),
  script: z.string().min(1).max(40).optional(),
});
export type ReadRates = z.infer<typeof ReadRates>;

/** A sentence that is about to be said, or was just said; `context` is what was said before, one line each. */
export const CheckWording = z.strictObject({
  text: z.string().trim().min(1, "不能为空").max(2_000),
  context: z.string().max(20_000).default(""),
});
export type CheckWording = z.infer<typeof CheckWording>;
