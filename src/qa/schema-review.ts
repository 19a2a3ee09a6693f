import { z } from "zod";
import { QaItem, Verdict } from "./schema.ts";

export const PersonVerdict = z.enum(["扣分", "合格", "不适用"]);
export type PersonVerdict = z.infer<typeof PersonVerdict>;

export const DecisionKind = z.enum(["复核", "双评", "校准", "申诉"]);
export type DecisionKind = z.infer<typeof DecisionKind>;

export const TaskKind = z.enum(["复核", "双评", "校准"]);
export type TaskKind = z.infer<typeof TaskKind>;

export const TaskState = z.enum(["待领取", "进行中", "已完成"]);
export type TaskState = z.infer<typeof TaskState>;

export const PlanMethod = z.enum(["随机", "风险加权"]);
export type PlanMethod = z.infer<typeof PlanMethod>;

const line = (maxChars: number) => z.string().trim().min(1, "不能为空").max(maxChars);
const Utterance = z.int().min(0).max(100_000);
const AtMs = z.int().min(0).max(86_400_000);

/** A calendar month of Chinese time. */
export const Month = z.string().regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/, "应为 2026-03 这样的年月");

/** A calendar day of Chinese time. */
export const Day = z.iso.date("应为 2026-03-05 这样的日期");

export const Decision = z.object({
  id: z.string(),
  item: z.string(),
  verdict: PersonVerdict,
  deduction: z.number(),
  reason: z.string().nullable(),
  utterances: z.array(z.int()),
  atMs: z.int().nullable(),
  engineVerdict: Verdict,
  kind: DecisionKind,
  agreed: z.boolean(),
  byId: z.string(),
  by: z.string(),
  at: z.string(),
});
export type Decision = z.infer<typeof Decision>;

export const Appeal = z.object({
  id: z.string(),
  callId: z.string(),
  item: z.string(),
  words: z.string(),
  utterance: z.int().nullable(),
  atMs: z.int().nullable(),
  state: z.enum(["待处理", "成立", "不成立"]),
  outcome: z.string().nullable(),
  agentId: z.string(),
  by: z.string(),
  at: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
});
export type Appeal = z.infer<typeof Appeal>;

export const Note = z.object({
  id: z.string(),
  agentId: z.string(),
  callId: z.string().nullable(),
  item: z.string().nullable(),
  words: z.string(),
  utterance: z.int().nullable(),
  atMs: z.int().nullable(),
  by: z.string(),
  at: z.string(),
  seenAt: z.string().nullable(),
});
export type Note = z.infer<typeof Note>;

export const Task = z.object({
  id: z.string(),
  callId: z.string(),
  kind: TaskKind,
  state: TaskState,
  planId: z.string().nullable(),
  calibrationId: z.string().nullable(),
  reviewerId: z.string().nullable(),
  reviewer: z.string().nullable(),
  risk: z.number(),
  agentId: z.string().nullable(),
  direction: z.string(),
  startedAt: z.string(),
  score: z.number().nullable(),
  createdAt: z.string(),
  doneAt: z.string().nullable(),
});
export type Task = z.infer<typeof Task>;

/** An item as it counts now. `disputed`: two reviewers of a double review differ and nobody has decided since. */
export const SettledItem = QaItem.extend({
  decision: Decision.nullable(),
  appeal: Appeal.nullable(),
  disputed: z.boolean(),
});
export type SettledItem = z.infer<typeof SettledItem>;

export const Settled = z.object({
  score: z.number().nullable(),
  band: z.number().nullable(),
  items: z.array(SettledItem),
  decided: z.int(),
});
export type Settled = z.infer<typeof Settled>;

/** A model's word on an item that waits for a person. It counts nothing until somebody decides the item. */
export const QaSuggestion = z.object({
  item: z.string(),
  verdict: PersonVerdict,
  why: z.string(),
  utterances: z.array(z.int()),
  modelId: z.string(),
});
export type QaSuggestion = z.infer<typeof QaSuggestion>;

/** One judgement of a reviewer. */
export const Judgement = z.strictObject({
  item: line(200),
  verdict: PersonVerdict,
  deduction: z.number().min(0).max(1_000).optional(),
  utterances: z.array(Utterance).max(50).optional(),
  atMs: AtMs.nullable().optional(),
  reason: line(1_000).optional(),
});
export type Judgement = z.infer<typeof Judgement>;

export const DecideItems = z
  .strictObject({
    taskId: line(100).optional(),
    finish: z.boolean().default(false),
    decisions: z.array(Judgement).max(300),
  })
  .superRefine(({ decisions, finish }, issues) => {
    if (!decisions.length && !finish) issues.addIssue({ code: "custom", message: "没有任何判定", path: ["decisions"] });
    const items = decisions.map(({ item }) => item);
    if (new Set(items).size < items.length)
      issues.addIssue({ code: "custom", message: "同一项只能判一次", path: ["decisions"] });
  });
export type DecideItems = z.infer<typeof DecideItems>;

export const MakeAppeal = z.strictObject({
  item: line(200),
  words: line(1_000),
  utterance: Utterance.optional(),
  atMs: AtMs.optional(),
});
export type MakeAppeal = z.infer<typeof MakeAppeal>;

export const AppealOutcome = z.strictObject({ state: z.enum(["成立", "不成立"]), outcome: line(1_000) });
export type AppealOutcome = z.infer<typeof AppealOutcome>;

export const NewNote = z.strictObject({
  agentId: line(40),
  words: line(2_000),
  callId: line(100).optional(),
  item: line(200).optional(),
  utterance: Utterance.optional(),
  atMs: AtMs.optional(),
});
export type NewNote = z.infer<typeof NewNote>;

/** Which calls a plan draws from; all that it names must hold. */
export const PlanFilter = z.strictObject({
  direction: z.enum(["inbound", "callback"]).optional(),
  agentId: line(40).optional(),
  team: line(100).optional(),
  agency: line(100).optional(),
  item: line(100).optional(),
});
export type PlanFilter = z.infer<typeof PlanFilter>;

export const NewPlan = z.strictObject({
  name: line(100),
  month: Month,
  method: PlanMethod.default("风险加权"),
  perAgent: z.int().min(1).max(500).optional(),
  reviews: z.union([z.literal(1), z.literal(2)]).default(1),
  seed: line(100).optional(),
  filter: PlanFilter.default({}),
});
export type NewPlan = z.infer<typeof NewPlan>;

export const Plan = z.object({
  id: z.string(),
  name: z.string(),
  month: z.string(),
  method: PlanMethod,
  perAgent: z.int(),
  reviews: z.int(),
  seed: z.string(),
  filter: PlanFilter,
  population: z.int(),
  drawn: z.int(),
  done: z.int(),
  by: z.string(),
  at: z.string(),
});
export type Plan = z.infer<typeof Plan>;

export const NewCalibration = z.strictObject({
  title: line(100),
  callIds: z.array(line(100)).min(1).max(20),
  reviewerIds: z.array(line(100)).min(2, "至少两位质检员").max(20),
});
export type NewCalibration = z.infer<typeof NewCalibration>;

/** How far reviewers agree on an item beyond chance; null where it cannot be said. */
export const ItemAgreement = z.object({
  item: z.string(),
  pairs: z.int(),
  agreed: z.number().nullable(),
  kappa: z.number().nullable(),
});
export type ItemAgreement = z.infer<typeof ItemAgreement>;

export const ItemMode = z.enum(["自动", "扣分", "仅提示"]);
export type ItemMode = z.infer<typeof ItemMode>;

export const ChangeItem = z.strictObject({ mode: ItemMode, reason: line(500) });
export type ChangeItem = z.infer<typeof ChangeItem>;

export const ChangeSeat = z.strictObject({
  name: line(50).nullable().optional(),
  team: line(50).nullable().optional(),
  isDialect: z.boolean(),
});
export type ChangeSeat = z.infer<typeof ChangeSeat>;

export const Rescore = z.object({
  id: z.string(),
  rulesVersion: z.string(),
  state: z.enum(["等待", "运行", "暂停", "完成", "失败"]),
  total: z.int(),
  done: z.int(),
  changed: z.int(),
  failure: z.string().nullable(),
  by: z.string(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  perSec: z.number().nullable(),
});
export type Rescore = z.infer<typeof Rescore>;

export const Calibration = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(["进行中", "已结束"]),
  calls: z.int(),
  reviewers: z.array(z.object({ id: z.string(), name: z.string(), done: z.int() })),
  by: z.string(),
  at: z.string(),
});
export type Calibration = z.infer<typeof Calibration>;

/** Agreement and differences are empty until the calibration has ended. */
export const CalibrationView = Calibration.extend({
  items: z.array(ItemAgreement),
  overall: ItemAgreement,
  disagreements: z.array(
    z.object({
      callId: z.string(),
      item: z.string(),
      verdicts: z.array(z.object({ by: z.string(), verdict: z.string() })),
    }),
  ),
});
export type CalibrationView = z.infer<typeof CalibrationView>;

export const ItemStanding = z.object({
  item: z.string(),
  row: z.int(),
  points: z.number(),
  means: z.string(),
  measuredPrecision: z.number().nullable(),
  decided: z.int(),
  agreed: z.number().nullable(),
  mode: ItemMode,
  hintOnly: z.boolean(),
  why: z.string(),
});
export type ItemStanding = z.infer<typeof ItemStanding>;

export const Seat = z.object({
  agentId: z.string(),
  name: z.string().nullable(),
  team: z.string().nullable(),
  isDialect: z.boolean(),
});
export type Seat = z.infer<typeof Seat>;
