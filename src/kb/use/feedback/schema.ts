import { z } from "zod";

/** One click of a reader; the last two ask something of the editors. */
export const FeedbackKind = z.enum(["有用", "没用", "有误", "缺失"]);
export type FeedbackKind = z.infer<typeof FeedbackKind>;

export const FeedbackState = z.enum(["open", "handled", "dismissed"]);
export type FeedbackState = z.infer<typeof FeedbackState>;

const line = (max: number) => z.string().trim().max(max, `不能超过 ${max} 字`);

export const GiveFeedback = z
  .strictObject({
    kind: FeedbackKind,
    articleId: line(100).min(1).optional(),
    version: z.int().positive().optional(),
    callId: line(100).min(1).optional(),
    question: line(2_000).optional(),
    note: line(1_000).optional(),
  })
  .refine(({ kind, articleId }) => kind === "缺失" || articleId !== undefined, {
    message: "请说明是哪一条知识",
    path: ["articleId"],
  });
export type GiveFeedback = z.infer<typeof GiveFeedback>;

export const DecideFeedback = z.strictObject({ state: FeedbackState, note: line(1_000).optional() });
export type DecideFeedback = z.infer<typeof DecideFeedback>;

export const ListFeedback = z.object({
  state: FeedbackState.optional(),
  kind: FeedbackKind.optional(),
  articleId: z.string().min(1).max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListFeedback = z.infer<typeof ListFeedback>;

/** As editors read it: the caller's words masked. */
export const Feedback = z.object({
  id: z.string(),
  kind: FeedbackKind,
  state: FeedbackState,
  articleId: z.string().nullable(),
  articleTitle: z.string().nullable(),
  version: z.int().nullable(),
  callId: z.string().nullable(),
  question: z.string().nullable(),
  note: z.string().nullable(),
  byName: z.string(),
  at: z.string(),
  decidedByName: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decision: z.string().nullable(),
});
export type Feedback = z.infer<typeof Feedback>;
