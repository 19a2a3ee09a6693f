import { z } from "zod";

export const QuizKind = z.enum(["填空", "单选"]);
export type QuizKind = z.infer<typeof QuizKind>;

export const QuizState = z.enum(["draft", "approved", "rejected"]);
export type QuizState = z.infer<typeof QuizState>;

export const ListQuizzes = z.object({
  state: QuizState.optional(),
  articleId: z.string().min(1).max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListQuizzes = z.infer<typeof ListQuizzes>;

export const DecideQuiz = z.strictObject({
  state: z.enum(["approved", "rejected"]),
  question: z.string().trim().min(1).max(500, "不能超过 500 字").optional(),
  answer: z.string().trim().min(1).max(200).optional(),
});
export type DecideQuiz = z.infer<typeof DecideQuiz>;

export const AnswerQuiz = z.strictObject({ answer: z.string().trim().min(1, "请作答").max(200) });
export type AnswerQuiz = z.infer<typeof AnswerQuiz>;

/** `answer` and `quote` only for editors. */
export const Quiz = z.object({
  id: z.string(),
  articleId: z.string(),
  version: z.int(),
  title: z.string(),
  kind: QuizKind,
  question: z.string(),
  choices: z.array(z.string()),
  state: QuizState,
  answer: z.string().optional(),
  quote: z.string().optional(),
  mine: z.object({ answered: z.int(), right: z.int() }),
});
export type Quiz = z.infer<typeof Quiz>;

export const QuizVerdict = z.object({
  ok: z.boolean(),
  answer: z.string(),
  quote: z.string(),
  articleId: z.string(),
});
export type QuizVerdict = z.infer<typeof QuizVerdict>;

export const QuizScore = z.object({ answered: z.int(), right: z.int() });
export type QuizScore = z.infer<typeof QuizScore>;
