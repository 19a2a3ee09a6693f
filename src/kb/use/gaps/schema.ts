import { z } from "zod";

/** Where a question was asked: in a live call, in a processed one, on the search page. */
export const GapSource = z.enum(["live", "batch", "search"]);
export type GapSource = z.infer<typeof GapSource>;

export const GapState = z.enum(["open", "answered", "dismissed"]);
export type GapState = z.infer<typeof GapState>;

export const ListGaps = z.object({
  state: GapState.default("open"),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListGaps = z.infer<typeof ListGaps>;

export const DecideGap = z
  .strictObject({
    state: GapState,
    articleId: z.string().trim().min(1).max(100).optional(),
    note: z.string().trim().max(1_000).optional(),
  })
  .refine(({ state, articleId }) => state !== "answered" || articleId !== undefined, {
    message: "请说明由哪一条知识回答",
    path: ["articleId"],
  });
export type DecideGap = z.infer<typeof DecideGap>;

/** Questions that ask the same and had no answer; their words are masked. */
export const Gap = z.object({
  id: z.string(),
  state: GapState,
  question: z.string(),
  calls: z.int(),
  questions: z.int(),
  firstAt: z.string(),
  lastAt: z.string(),
  articleId: z.string().nullable(),
  articleTitle: z.string().nullable(),
  note: z.string().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: z.string().nullable(),
});
export type Gap = z.infer<typeof Gap>;

export const GapDetail = Gap.extend({
  asked: z.array(z.object({ question: z.string(), source: GapSource, callId: z.string().nullable(), at: z.string() })),
});
export type GapDetail = z.infer<typeof GapDetail>;
