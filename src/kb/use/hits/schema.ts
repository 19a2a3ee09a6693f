import { z } from "zod";

const moment = z.iso.datetime({ offset: true, error: "应为带时区的时刻，如 2026-03-05T00:00:00+08:00" });

export const HitRunCause = z.enum(["按钮", "发布后"]);
export type HitRunCause = z.infer<typeof HitRunCause>;

export const HitRunState = z.enum(["waiting", "running", "done", "failed"]);
export type HitRunState = z.infer<typeof HitRunState>;

export const HitQuestionInput = z.strictObject({
  id: z.string().max(100).optional(),
  text: z.string().trim().min(1, "问题不能为空").max(2_000, "问题不能超过 2000 字"),
  /** Ids of articles, the city's own or ours; none: the base has no answer. */
  expected: z.array(z.string().trim().min(1).max(200)).max(20),
  at: moment.nullish().transform((value) => value ?? null),
});
export type HitQuestionInput = z.infer<typeof HitQuestionInput>;

const name = z.string().trim().min(1, "名称不能为空").max(100, "名称不能超过 100 字");
const questions = z.array(HitQuestionInput).max(2_000, "一套不能超过 2000 个问题");

export const CreateHitSet = z.strictObject({ name, questions });
export type CreateHitSet = z.infer<typeof CreateHitSet>;

export const ChangeHitSet = z.strictObject({ version: z.int().positive(), name, questions });
export type ChangeHitSet = z.infer<typeof ChangeHitSet>;

export const HitQuestion = z.object({
  id: z.string(),
  text: z.string(),
  expected: z.array(z.string()),
  at: z.string().nullable(),
});
export type HitQuestion = z.infer<typeof HitQuestion>;

/** `hitAt1` and `hitAt3` of the questions that have an answer; `wrong`: no expected article among the first ten. */
export const HitTotals = z.object({
  questions: z.int(),
  answerable: z.int(),
  hitAt1: z.int(),
  hitAt3: z.int(),
  abstainedRight: z.int(),
  abstainedWrong: z.int(),
  wrong: z.int(),
});
export type HitTotals = z.infer<typeof HitTotals>;

export const HitRunHead = z.object({
  id: z.string(),
  setId: z.string(),
  cause: HitRunCause,
  state: HitRunState,
  requestedByName: z.string().nullable(),
  requestedAt: z.string(),
  finishedAt: z.string().nullable(),
  failure: z.string().nullable(),
  done: z.int(),
  totals: HitTotals.nullable(),
});
export type HitRunHead = z.infer<typeof HitRunHead>;

export const HitSet = z.object({
  id: z.string(),
  name: z.string(),
  version: z.int(),
  questions: z.int(),
  latest: HitRunHead.nullable(),
});
export type HitSet = z.infer<typeof HitSet>;

export const HitSetDetail = HitSet.extend({ questionList: z.array(HitQuestion), runs: z.array(HitRunHead) });
export type HitSetDetail = z.infer<typeof HitSetDetail>;

/** A hit as a run keeps it; `why` says which words and how near the vector. */
export const KeptHit = z.object({
  articleId: z.string(),
  version: z.int().nullable(),
  title: z.string(),
  score: z.number(),
  quote: z.string(),
  why: z.string(),
});
export type KeptHit = z.infer<typeof KeptHit>;

export const HitResult = z.object({
  questionId: z.string(),
  text: z.string(),
  expected: z.array(z.object({ articleId: z.string(), title: z.string().nullable() })),
  rank: z.int().nullable(),
  ok: z.boolean(),
  abstained: z.boolean(),
  hits: z.array(KeptHit),
  before: z.object({ ok: z.boolean(), rank: z.int().nullable() }).nullable(),
});
export type HitResult = z.infer<typeof HitResult>;

export const HitRun = HitRunHead.extend({
  results: z.array(HitResult),
  previousId: z.string().nullable(),
  /** Questions against the run before. */
  diff: z.object({ gained: z.array(z.string()), lost: z.array(z.string()) }),
});
export type HitRun = z.infer<typeof HitRun>;
