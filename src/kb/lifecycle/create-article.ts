import { randomUUID } from "node:crypto";
import { actorName, authorize } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx } from "../../platform/context.ts";
import type { Article } from "../store.ts";
import { personOf } from "../version-of.ts";
import { type Content, changedContent, dateOrNull } from "./content.ts";
import type { CreateArticle } from "./schema.ts";
import { insertArticle, insertNote } from "./store.ts";

const empty: Content = {
  title: "",
  body: "",
  agency: null,
  legalBasis: null,
  region: null,
  audience: null,
  item: null,
  kind: "答复口径",
  bulletin: false,
  validFrom: null,
  validUntil: null,
};

/** Begins a new article as a draft, which only editors see. Throws AppError `forbidden`, `invalid`. */
export async function createArticle(ctx: Ctx, input: CreateArticle): Promise<Article> {
  authorize(ctx.actor, "article.edit");
  const row = newArticle(ctx, changedContent(empty, input, ctx.rules, ctx.now()), input.reviewDueAt ?? null);
  return ctx.inTransaction(async (tx) => {
    await insertArticle(tx, row);
    await insertNote(tx, ctx, row.id, { kind: "created" });
    record(tx, ctx, "article.create", row.id);
    return row;
  });
}

function newArticle(ctx: Ctx, content: Content, reviewDueAt: string | null): Article {
  const now = ctx.now();
  const id = randomUUID();
  return {
    id,
    externalId: null,
    ...content,
    state: "draft",
    version: 1,
    publishedVersion: null,
    scheduledVersion: null,
    publishAt: null,
    reviewDueAt: dateOrNull(reviewDueAt),
    authors: [personOf(ctx)],
    submittedBy: null,
    checkedBy: null,
    createdBy: actorName(ctx.actor),
    createdAt: now,
    updatedAt: now,
    publishedAt: null,
    // No import has made it, so none is the same.
    contentHash: `own:${id}`,
    comparedVersion: null,
  };
}
