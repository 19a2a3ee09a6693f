import { z } from "zod";

/** An editor decides whether a call back is needed; who calls says what came of it. */
export const RecallState = z.enum(["open", "needed", "not_needed", "done"]);
export type RecallState = z.infer<typeof RecallState>;

/** What is another one now in the passage that was told. */
export const PassageChange = z.object({
  what: z.enum(["数字", "期限", "条件", "表述", "删除", "停用"]),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type PassageChange = z.infer<typeof PassageChange>;

export const ListRecalls = z.object({
  state: RecallState.optional(),
  articleId: z.string().min(1).max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type ListRecalls = z.infer<typeof ListRecalls>;

export const DecideRecall = z.strictObject({
  state: z.enum(["open", "needed", "not_needed"]),
  note: z.string().trim().max(1_000).optional(),
});
export type DecideRecall = z.infer<typeof DecideRecall>;

export const FinishRecall = z.strictObject({
  result: z.string().trim().min(1, "请写明回电的结果").max(1_000),
});
export type FinishRecall = z.infer<typeof FinishRecall>;

export const Recall = z.object({
  id: z.string(),
  state: RecallState,
  articleId: z.string(),
  title: z.string(),
  oldVersion: z.int(),
  newVersion: z.int().nullable(),
  callId: z.string(),
  callStartedAt: z.string().nullable(),
  orderId: z.string().nullable(),
  orderState: z.enum(["draft", "confirmed"]).nullable(),
  toldByName: z.string(),
  toldAt: z.string(),
  quote: z.string(),
  now: z.string().nullable(),
  changes: z.array(PassageChange),
  matters: z.boolean(),
  why: z.string(),
  decidedByName: z.string().nullable(),
  decidedAt: z.string().nullable(),
  note: z.string().nullable(),
  doneByName: z.string().nullable(),
  doneAt: z.string().nullable(),
  result: z.string().nullable(),
});
export type Recall = z.infer<typeof Recall>;

export const RecallList = z.object({
  items: z.array(Recall),
  counts: z.object({ open: z.int(), needed: z.int(), not_needed: z.int(), done: z.int() }),
});
export type RecallList = z.infer<typeof RecallList>;
