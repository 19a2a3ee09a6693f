import { isDeepStrictEqual } from "node:util";
import { AppError } from "../../platform/errors.ts";
import type { Rules } from "../../platform/rules/index.ts";
import { parseSlots } from "../slots/parse-slots.ts";
import type { Article } from "../store.ts";
import type { ArticleVersion } from "../store-versions.ts";
import type { ArticleChanges } from "./schema.ts";

/** The fields that are an article's words; each version has them all. */
export const contentFields = [
  "title",
  "body",
  "agency",
  "legalBasis",
  "region",
  "audience",
  "item",
  "kind",
  "bulletin",
  "validFrom",
  "validUntil",
] as const;
export type ContentField = (typeof contentFields)[number];
export type Content = Pick<Article, ContentField>;

/** Only the words, of a row that has more. */
export const contentOf = (row: Article | ArticleVersion): Content =>
  Object.fromEntries(contentFields.map((field) => [field, row[field]])) as Content;

const hourMs = 3_600_000;

/**
 * The row's words after a person's changes. A bulletin without an end gets the one of the rules.
 * Throws AppError `invalid` when it would end before it begins.
 */
export function changedContent(
  before: Content,
  changes: ArticleChanges,
  { knowledge }: Pick<Rules, "knowledge">,
  now: Date,
): Content {
  const { reviewDueAt, validFrom, validUntil, ...words } = changes;
  const after: Content = {
    ...before,
    ...(Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)) as Partial<Content>),
    ...(validFrom === undefined ? {} : { validFrom: dateOrNull(validFrom) }),
    ...(validUntil === undefined ? {} : { validUntil: dateOrNull(validUntil) }),
  };
  if (after.bulletin && !after.validUntil) {
    const from = after.validFrom && after.validFrom > now ? after.validFrom : now;
    after.validUntil = new Date(from.getTime() + knowledge.lifecycle.bulletinHours.figure * hourMs);
  }
  if (after.validFrom && after.validUntil && after.validFrom >= after.validUntil)
    throw new AppError("invalid", "失效时刻应晚于生效时刻");
  return after;
}

export const dateOrNull = (moment: string | null): Date | null => (moment ? new Date(moment) : null);

/** Throws AppError `invalid` for words that must not go on to a check. */
export function refuseUnready({ body }: Content): void {
  const { faults } = parseSlots(body);
  if (faults.length) throw new AppError("invalid", `空位有误：${faults.join("；")}`);
}

/** Which fields two contents do not share. */
export const changedFields = (before: Content, after: Content): ContentField[] =>
  contentFields.filter((field) => !isDeepStrictEqual(before[field], after[field]));
