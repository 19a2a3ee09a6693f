import { z } from "zod";

/** A leading sentence of the agent in a callback. */
export const LeadingSentence = z.object({
  utterance: z.int(),
  type: z.string(),
  span: z.string(),
  severity: z.enum(["轻", "中", "重"]),
  neutral: z.string(),
});
export type LeadingSentence = z.infer<typeof LeadingSentence>;

/** What a callback said (contracts.md section 2). */
export const CallbackReview = z.object({
  reached: z.boolean(),
  consented: z.boolean(),
  identityStated: z.boolean(),
  identityChecked: z.boolean(),
  contacted: z.enum(["是", "否", "尝试联系", "未答"]),
  resolved: z.enum(["已解决", "部分解决", "未解决", "未答"]),
  satisfaction: z.enum(["非常满意", "满意", "基本满意", "不满意", "非常不满意", "未答"]),
  reason: z.string().nullable(),
  opinions: z.array(z.string()),
  leading: z.array(LeadingSentence),
  faults: z.array(z.object({ item: z.string(), utterance: z.int() })),
});
export type CallbackReview = z.infer<typeof CallbackReview>;

const Instant = z.iso.datetime({ offset: true });

/** An order as the callback plan needs it (contracts.md section 4). */
export const PlanOrder = z.object({
  contact: z.string().max(100).nullish(),
  confidential: z.boolean().default(false),
  refusesCallback: z.boolean().default(false),
  keyPerson: z.boolean().default(false),
  content: z.string().max(20_000).default(""),
  kind: z.string().max(20).nullish(),
  attempts: z.array(z.object({ at: Instant, result: z.string().max(40) })).default([]),
  completedAt: Instant,
  now: Instant,
});
export type PlanOrder = z.infer<typeof PlanOrder>;

/** A line of `tingsu callback-plan`. */
export const PlanInput = z.object({ id: z.string().max(100), order: PlanOrder });
export type PlanInput = z.infer<typeof PlanInput>;

/** What to do about a callback now. `attemptsAllowed` is the total cap; `notBefore` stands only for 等待. */
export const CallbackPlan = z.object({
  action: z.enum(["不回访", "拨打", "等待", "结束(次数已满)", "结束(无需再拨)", "超期"]),
  reason: z.string(),
  clause: z.string(),
  notBefore: Instant.nullable(),
  attemptsAllowed: z.int(),
  deadline: Instant.nullable(),
});
export type CallbackPlan = z.infer<typeof CallbackPlan>;
