import { z } from "zod";
import { Answer } from "../../../orders/index.ts";
import { isStorable } from "../../../platform/storable.ts";
import { FilledPart } from "../../slots/schema.ts";

const words = (max: number) =>
  z.string().trim().min(1, "内容不能为空").max(max, `不能超过 ${max} 字`).refine(isStorable, "含有无法保存的字符");

/** What an agent says to have told the caller: a passage of the version that stood on the screen. */
export const TellAnswer = z.strictObject({
  articleId: words(100),
  version: z.int().positive(),
  /** Exact words of the article. */
  quote: words(20_000),
  /** What was said, where slots were filled. */
  text: words(20_000).optional(),
});
export type TellAnswer = z.infer<typeof TellAnswer>;

export const Told = z.object({
  id: z.string(),
  articleId: z.string(),
  version: z.int(),
  title: z.string(),
  quote: z.string(),
  text: z.string(),
  /** The last utterance that had been heard. */
  utterance: z.int().nullable(),
  at: z.string(),
  byName: z.string(),
  isMine: z.boolean(),
  undoneAt: z.string().nullable(),
});
export type Told = z.infer<typeof Told>;

/** An answer as it stood on the screen. */
export const ShownAnswer = z.object({
  articleId: z.string(),
  version: z.int().nullable(),
  title: z.string(),
  quote: z.string(),
  score: z.number(),
});
export type ShownAnswer = z.infer<typeof ShownAnswer>;

/** What the agent saw and told in a call, in order (R-K7). */
export const SeenAnswers = z.object({
  shown: z.array(
    z.object({
      at: z.string(),
      question: z.string(),
      heard: z.int(),
      answers: z.array(ShownAnswer),
      abstained: z.boolean(),
    }),
  ),
  told: z.array(Told),
});
export type SeenAnswers = z.infer<typeof SeenAnswers>;

/** An answer on the screen. Of a template, `text` with its slots filled and `parts` with the mark of each. */
export const OfferedAnswer = Answer.extend({ text: z.string().optional(), parts: z.array(FilledPart).optional() });
export type OfferedAnswer = z.infer<typeof OfferedAnswer>;

/** What the screen of a call shows of the base: for which question, what was told, and whether the matter is answered there (R-K5). */
export const CallAnswers = z.object({
  answers: z.array(OfferedAnswer).optional(),
  /** Masked. */
  asked: z.string().nullable(),
  told: z.array(Told),
  published: z
    .object({ articleId: z.string(), version: z.int().nullable(), title: z.string(), note: z.string() })
    .nullable(),
});
export type CallAnswers = z.infer<typeof CallAnswers>;
