import { z } from "zod";
import { ArticleInput, Moment as moment } from "../schema.ts";

const line = (name: string, max: number) =>
  z
    .string()
    .trim()
    .max(max, `${name}不能超过 ${max} 字`)
    .nullable()
    .transform((value) => value || null);
const { title, body, kind } = ArticleInput.shape;

/** What a person writes of an article. Only what is named is changed. */
const fields = {
  title,
  body,
  agency: line("单位", 100),
  legalBasis: line("依据", 1_000),
  region: line("地区", 100),
  audience: line("对象", 100),
  item: line("事项", 100),
  kind: kind.unwrap(),
  bulletin: z.boolean(),
  validFrom: moment.nullable(),
  validUntil: moment.nullable(),
  reviewDueAt: moment.nullable(),
};

export const ArticleChanges = z.strictObject(fields).partial();
export type ArticleChanges = z.infer<typeof ArticleChanges>;

export const CreateArticle = ArticleChanges.required({ title: true, body: true });
export type CreateArticle = z.infer<typeof CreateArticle>;

const version = z.int().min(1);
const reason = z.string().trim().min(1, "请写明原因").max(1_000, "原因不能超过 1000 字");

export const EditArticle = z.strictObject({ version, changes: ArticleChanges });
export type EditArticle = z.infer<typeof EditArticle>;

/** A step that only says which row the person saw. */
export const ArticleStep = z.strictObject({ version });
export type ArticleStep = z.infer<typeof ArticleStep>;

export const CheckArticle = z.discriminatedUnion("decision", [
  z.strictObject({ version, decision: z.literal("approve") }),
  z.strictObject({ version, decision: z.literal("sendBack"), reason }),
]);
export type CheckArticle = z.infer<typeof CheckArticle>;

/** `at` in the future schedules it; absent or past is now. */
export const PublishArticle = z.strictObject({ version, at: moment.optional() });
export type PublishArticle = z.infer<typeof PublishArticle>;

export const RetireArticle = z.strictObject({ version, reason });
export type RetireArticle = z.infer<typeof RetireArticle>;

/** `number` is that of the version whose words come back. */
export const RestoreVersion = z.strictObject({ version, number: z.int().min(1) });
export type RestoreVersion = z.infer<typeof RestoreVersion>;

/** Somebody looked and it is still right; null: no date. */
export const ReviewArticle = z.strictObject({ version, reviewDueAt: moment.nullable() });
export type ReviewArticle = z.infer<typeof ReviewArticle>;

export const AddNote = z.strictObject({
  text: z.string().trim().min(1, "评论不能为空").max(2_000, "评论不能超过 2000 字"),
  quote: z.string().trim().min(1).max(1_000).optional(),
});
export type AddNote = z.infer<typeof AddNote>;

/** What may be done with an article. */
export const articleActions = [
  "edit",
  "submit",
  "withdraw",
  "check",
  "publish",
  "unschedule",
  "retire",
  "restore",
] as const;
export type ArticleAction = (typeof articleActions)[number];
