import { authorize } from "../../platform/access.ts";
import { toShanghaiIso } from "../../platform/clock.ts";
import type { Ctx } from "../../platform/context.ts";
import { findArticle } from "../store.ts";
import { findVersion } from "../store-versions.ts";
import { type Content, type ContentField, changedFields, contentOf } from "./content.ts";
import { type DiffPart, type DiffSentence, diffSentences, diffSummary, diffWords } from "./diff-text.ts";

/** A version by its number, or the working copy. */
export type Side = number | "draft";

export type FieldDiff = { field: ContentField; label: string; before: string; after: string; parts: DiffPart[] };
export type VersionDiff = { from: Side; to: Side; fields: FieldDiff[]; body: DiffSentence[]; summary: string };

const labels: Record<ContentField, string> = {
  title: "标题",
  body: "正文",
  agency: "单位",
  legalBasis: "依据",
  region: "地区",
  audience: "对象",
  item: "事项",
  kind: "种类",
  bulletin: "公告",
  validFrom: "生效时刻",
  validUntil: "失效时刻",
};

/** What changed between two versions of an article, to be read by people. Throws AppError `not_found`, `forbidden`. */
export async function diffVersions(ctx: Ctx, id: string, { from, to }: { from: Side; to: Side }): Promise<VersionDiff> {
  authorize(ctx.actor, "article.edit");
  const [before, after] = [await contentAt(ctx, id, from), await contentAt(ctx, id, to)];
  const fields = changedFields(before, after).filter((field) => field !== "body");
  const body = diffSentences(before.body, after.body);
  return { from, to, fields: fields.map((field) => fieldDiff(field, before, after)), body, summary: diffSummary(body) };
}

async function contentAt(ctx: Ctx, id: string, side: Side): Promise<Content> {
  const row = await (side === "draft" ? findArticle(ctx.db, ctx.actor, id, ctx.now()) : findVersion(ctx.db, id, side));
  return contentOf(row);
}

function fieldDiff(field: ContentField, before: Content, after: Content): FieldDiff {
  const [was, is] = [inWords(before[field]), inWords(after[field])];
  return { field, label: labels[field], before: was, after: is, parts: diffWords(was, is) };
}

function inWords(value: Content[ContentField]): string {
  if (value instanceof Date) return toShanghaiIso(value).slice(0, 16).replace("T", " ");
  return typeof value === "boolean" ? (value ? "是" : "否") : (value ?? "");
}
