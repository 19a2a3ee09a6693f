import { z } from "zod";
import {
  type Article,
  ArticleKind,
  ArticleState,
  type ArticleVersion,
  type ArticleView,
  articleActions,
  type Note,
  NoteKind,
  Person,
  Slot,
  viewOf,
} from "../../kb/index.ts";
import { toShanghaiIso } from "../../platform/clock.ts";
import type { Ctx } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";

const text = z.string().nullable();
const moment = z.string().nullable();

/** The fields of an article's words that a list shows. */
const shown = {
  title: z.string(),
  kind: ArticleKind,
  bulletin: z.boolean(),
  agency: text,
  item: text,
  region: text,
  audience: text,
  validFrom: moment,
  validUntil: moment,
};

export const ArticleHead = z.object({
  id: z.string(),
  externalId: text,
  ...shown,
  state: ArticleState,
  version: z.int().describe("Of the row: say it with every change"),
  publishedVersion: z.int().nullable().describe("What readers get now"),
  publishAt: moment.describe("Scheduled for"),
  reviewDueAt: moment,
  isReviewDue: z.boolean(),
  authors: z.array(Person),
  updatedAt: z.string(),
});

export const AttachmentHead = z.object({ id: z.string(), name: z.string(), type: z.string(), sizeBytes: z.int() });

export const ArticleBody = ArticleHead.extend({
  body: z.string(),
  legalBasis: text,
  createdAt: z.string(),
  publishedAt: moment,
  submittedBy: Person.nullable(),
  checkedBy: Person.nullable(),
  twoPerson: z.object({ needed: z.boolean(), why: text }),
  slots: z.array(Slot),
  attachments: z.array(AttachmentHead),
  lastSentBack: z.object({ text, byName: z.string(), at: z.string() }).nullable(),
  blocked: z
    .object(
      Object.fromEntries(articleActions.map((action) => [action, text])) as Record<
        (typeof articleActions)[number],
        typeof text
      >,
    )
    .describe("Why this person may not do it now; null: they may"),
});
export type ArticleBody = z.infer<typeof ArticleBody>;

export const VersionHead = z.object({
  number: z.int(),
  title: z.string(),
  shownFrom: moment.describe("Null: always"),
  shownUntil: moment,
  publishedAt: z.string(),
  publishedBy: Person,
  checkedBy: Person.nullable(),
  authors: z.array(Person),
});

export const VersionBody = VersionHead.extend({ ...shown, body: z.string(), legalBasis: text, slots: z.array(Slot) });

export const NoteBody = z.object({
  id: z.string(),
  kind: NoteKind,
  text,
  quote: text,
  number: z.int().nullable(),
  byName: z.string(),
  at: z.string(),
  resolvedAt: moment,
  resolvedByName: text,
});

export const isoOrNull = (instant: Date | null) => instant && toShanghaiIso(instant);

const shownOf = (row: Article | ArticleVersion) => ({
  title: row.title,
  kind: row.kind,
  bulletin: row.bulletin,
  agency: row.agency,
  item: row.item,
  region: row.region,
  audience: row.audience,
  validFrom: isoOrNull(row.validFrom),
  validUntil: isoOrNull(row.validUntil),
});

export const headOf = (article: Article, now: Date): z.infer<typeof ArticleHead> => ({
  id: article.id,
  externalId: article.externalId,
  ...shownOf(article),
  state: article.state,
  version: article.version,
  publishedVersion: article.publishedVersion,
  publishAt: isoOrNull(article.publishAt),
  reviewDueAt: isoOrNull(article.reviewDueAt),
  isReviewDue: article.publishedVersion !== null && article.reviewDueAt !== null && article.reviewDueAt <= now,
  authors: article.authors,
  updatedAt: toShanghaiIso(article.updatedAt),
});

export const bodyOf = (view: ArticleView, now: Date): ArticleBody => {
  const { article, lastSentBack } = view;
  return {
    ...headOf(article, now),
    body: article.body,
    legalBasis: article.legalBasis,
    createdAt: toShanghaiIso(article.createdAt),
    publishedAt: isoOrNull(article.publishedAt),
    submittedBy: article.submittedBy,
    checkedBy: article.checkedBy,
    twoPerson: { needed: view.twoPersonWhy !== null, why: view.twoPersonWhy },
    slots: view.slots,
    attachments: view.attachments.map(({ id, name, type, sizeBytes }) => ({ id, name, type, sizeBytes })),
    lastSentBack: lastSentBack && {
      text: lastSentBack.text,
      byName: lastSentBack.byName,
      at: toShanghaiIso(lastSentBack.at),
    },
    blocked: view.blocked,
  };
};

export const versionHeadOf = (version: ArticleVersion): z.infer<typeof VersionHead> => ({
  number: version.number,
  title: version.title,
  shownFrom: isoOrNull(version.shownFrom),
  shownUntil: isoOrNull(version.shownUntil),
  publishedAt: toShanghaiIso(version.publishedAt),
  publishedBy: version.publishedBy,
  checkedBy: version.checkedBy,
  authors: version.authors,
});

export const versionBodyOf = (version: ArticleVersion, slots: Slot[]): z.infer<typeof VersionBody> => ({
  ...versionHeadOf(version),
  ...shownOf(version),
  body: version.body,
  legalBasis: version.legalBasis,
  slots,
});

export const noteOf = ({ id, kind, text, quote, number, byName, at, resolvedAt, resolvedByName }: Note) => ({
  id,
  kind,
  text,
  quote,
  number,
  byName,
  at: toShanghaiIso(at),
  resolvedAt: isoOrNull(resolvedAt),
  resolvedByName,
});

/** An article as it is shown to the actor. */
export const shownTo = async (ctx: Ctx, article: Article): Promise<ArticleBody> =>
  bodyOf(await viewOf(ctx, article), ctx.now());

/** Runs a step and shows the article after it; the row of a conflict is shown as an article is. */
export async function stepped(ctx: Ctx, step: () => Promise<Article>): Promise<ArticleBody> {
  try {
    return await shownTo(ctx, await step());
  } catch (error) {
    if (!(error instanceof AppError && error.fault === "conflict" && error.present)) throw error;
    const present = await shownTo(ctx, error.present as Article);
    throw new AppError("conflict", error.message, { present, cause: error });
  }
}
