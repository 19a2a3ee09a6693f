import { z } from "zod";
import { ArticleKind } from "../platform/rules/index.ts";

export { ArticleKind };

/** Of the working copy. `approved` was checked and is not yet published; with a moment set it is scheduled. */
export const ArticleState = z.enum(["draft", "checking", "approved", "published", "retired"]);
export type ArticleState = z.infer<typeof ArticleState>;

/** Who did something, by the id that records keep and the name as it was then. */
export const Person = z.object({ id: z.string(), name: z.string() });
export type Person = z.infer<typeof Person>;

export const NoteKind = z.enum([
  "comment",
  "created",
  "edited",
  "submitted",
  "withdrawn",
  "approved",
  "sentBack",
  "scheduled",
  "unscheduled",
  "published",
  "retired",
  "restored",
  "reviewed",
]);
export type NoteKind = z.infer<typeof NoteKind>;

export const ConflictKind = z.enum(["duplicate", "contradiction", "neverSource"]);
export type ConflictKind = z.infer<typeof ConflictKind>;

const line = (name: string, max: number) =>
  z
    .string()
    .trim()
    .max(max, `${name}不能超过 ${max} 字`)
    .nullish()
    .transform((value) => value || null);
/** An instant with its zone. */
export const Moment = z.iso.datetime({ offset: true, error: "应为带时区的时刻，如 2026-03-05T00:00:00+08:00" });
// PostgreSQL text holds no NUL.
const clean = (value: string) => value.replaceAll("\u0000", "");

/** An article as it is imported or edited. */
export const ArticleInput = z
  .object({
    externalId: line("编号", 200),
    title: z.string().transform(clean).pipe(z.string().trim().min(1, "标题不能为空").max(300, "标题不能超过 300 字")),
    body: z
      .string()
      .transform(clean)
      .pipe(z.string().trim().min(1, "正文不能为空").max(200_000, "正文不能超过 20 万字")),
    agency: line("单位", 100),
    legalBasis: line("依据", 1_000),
    region: line("地区", 100),
    audience: line("对象", 100),
    item: line("事项", 100),
    kind: ArticleKind.default("答复口径"),
    bulletin: z.boolean().default(false),
    validFrom: Moment.nullish().transform((value) => value ?? null),
    validUntil: Moment.nullish().transform((value) => value ?? null),
  })
  .refine((article) => !article.validFrom || !article.validUntil || isBefore(article.validFrom, article.validUntil), {
    message: "失效时刻应晚于生效时刻",
    path: ["validUntil"],
  });
export type ArticleInput = z.infer<typeof ArticleInput>;

const isBefore = (from: string, until: string) => Date.parse(from) < Date.parse(until);

export const ImportArticles = z.object({ articles: z.array(ArticleInput).max(100_000), publish: z.boolean() });
export type ImportArticles = z.infer<typeof ImportArticles>;

export const ImportReport = z.object({ created: z.int(), updated: z.int(), unchanged: z.int(), passages: z.int() });
export type ImportReport = z.infer<typeof ImportReport>;

/** `at` is the moment the answer must hold; `region` keeps articles of that district and of the whole city. */
export const SearchQuery = z.object({
  text: z.string().max(20_000, "问题过长"),
  at: Moment,
  k: z.int().min(1).max(100).default(10),
  region: z.string().max(100).nullish(),
  /** Only articles of these kinds. */
  kinds: z.array(ArticleKind).nullish(),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/** `score` is 0 to 1; `quote` is an exact substring of the article's body. */
export const SearchHit = z.object({
  articleId: z.string(),
  /** The number of the version that was shown at that moment. */
  version: z.int(),
  externalId: z.string().nullable(),
  title: z.string(),
  score: z.number(),
  quote: z.string(),
  agency: z.string().nullable(),
  bulletin: z.boolean(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
});
export type SearchHit = z.infer<typeof SearchHit>;

/** `abstained`: the base has no answer to this; the results are then what came nearest. */
export const SearchResult = z.object({ results: z.array(SearchHit), abstained: z.boolean() });
export type SearchResult = z.infer<typeof SearchResult>;

export const ListArticles = z.object({
  state: ArticleState.optional(),
  /** Words of the title. */
  title: z.string().max(300).optional(),
  kind: ArticleKind.optional(),
  agency: z.string().max(100).optional(),
  item: z.string().max(100).optional(),
  region: z.string().max(100).optional(),
  bulletin: z.boolean().optional(),
  /** Published, and somebody should have looked at it again by now. */
  due: z.boolean().optional(),
  /** The actor wrote in the working copy. */
  mine: z.boolean().optional(),
  limit: z.int().min(1).max(200).default(50),
  /** The `updatedAt` and `id` of the last row of the page before. */
  after: z.object({ updatedAt: Moment, id: z.string() }).optional(),
});
export type ListArticles = z.infer<typeof ListArticles>;
