import { z } from "zod";

export const ListUse = z.object({
  days: z.coerce.number().int().min(1).max(3_660).default(30),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type ListUse = z.infer<typeof ListUse>;

/** How often an article was offered, told, and what readers said of it. */
export const ArticleUse = z.object({
  articleId: z.string(),
  title: z.string(),
  /** Calls in which it stood on the screen. */
  shown: z.int(),
  told: z.int(),
  undone: z.int(),
  useful: z.int(),
  useless: z.int(),
  wrong: z.int(),
  lastToldAt: z.string().nullable(),
  /** Told and useful among these and useless and wrong, 0 to 1; null before anybody said anything. */
  helpful: z.number().nullable(),
});
export type ArticleUse = z.infer<typeof ArticleUse>;

export const VersionUse = ArticleUse.extend({
  versions: z.array(z.object({ version: z.int(), shown: z.int(), told: z.int() })),
});
export type VersionUse = z.infer<typeof VersionUse>;
