import { z } from "zod";

export const Verdict = z.enum(["扣分", "仅提示", "合格", "不适用", "待人工"]);
export type Verdict = z.infer<typeof Verdict>;

/**
 * One line of the rubric as it was judged: the words, the second and the clause it rests on. `points` is what it can cost once;
 * `excluded` are lines that were left out, because the recogniser was unsure or both talked at once; `veto` ends in the veto's score.
 */
export const QaItem = z.object({
  item: z.string(),
  row: z.int(),
  verdict: Verdict,
  points: z.number(),
  deduction: z.number(),
  utterances: z.array(z.int()),
  atMs: z.int().nullable(),
  why: z.string(),
  clause: z.string(),
  confidence: z.number().nullable(),
  excluded: z.array(z.object({ utterance: z.int(), why: z.string() })),
  veto: z.boolean().optional(),
});
export type QaItem = z.infer<typeof QaItem>;

/** `score` of 100, `band` of the 40 points; null where no item could be judged (a web message has no agent). */
export const QaScore = z.object({ score: z.number().nullable(), band: z.number().nullable(), items: z.array(QaItem) });
export type QaScore = z.infer<typeof QaScore>;

export const Severity = z.enum(["轻", "中", "重"]);
export type Severity = z.infer<typeof Severity>;

/** The wording audit of one sentence (contracts.md section 3). `span` is an exact substring of the sentence. */
export const WordingVerdict = z.object({
  leading: z.boolean(),
  type: z.string().nullable(),
  severity: Severity.nullable(),
  span: z.string().nullable(),
  neutral: z.string().nullable(),
  confidence: z.number(),
  engine: z.enum(["rules", "learned"]),
});
export type WordingVerdict = z.infer<typeof WordingVerdict>;

/** A line of `tingsu wording`. */
export const WordingInput = z.object({
  id: z.string().max(100),
  context: z.string().max(20_000).default(""),
  text: z.string().max(20_000),
});
export type WordingInput = z.infer<typeof WordingInput>;
