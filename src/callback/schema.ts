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
