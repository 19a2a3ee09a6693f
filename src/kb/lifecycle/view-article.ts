import { authorize } from "../../platform/access.ts";
import type { Ctx } from "../../platform/context.ts";
import { parseSlots } from "../slots/parse-slots.ts";
import type { Slot } from "../slots/schema.ts";
import { type Article, findArticle } from "../store.ts";
import { blockedFor } from "./blocked.ts";
import type { ArticleAction } from "./schema.ts";
import { lastNote, type Note } from "./store.ts";
import { type ArticleAttachment, attachmentsOf } from "./store-attachments.ts";
import { twoPersonWhy } from "./two-person.ts";

/** An article with all that a screen shows beside its words. */
export type ArticleView = {
  article: Article;
  slots: Slot[];
  attachments: ArticleAttachment[];
  twoPersonWhy: string | null;
  /** Why it came back from the check, while it is a draft. */
  lastSentBack: Note | null;
  blocked: Record<ArticleAction, string | null>;
};

/** One article as the actor may see it now. Throws AppError `not_found`, `forbidden`. */
export async function readArticle(ctx: Ctx, id: string): Promise<ArticleView> {
  authorize(ctx.actor, "article.read");
  return viewOf(ctx, await findArticle(ctx.db, ctx.actor, id, ctx.now()));
}

/** What belongs to a row that the actor was let to. */
export async function viewOf(ctx: Ctx, article: Article): Promise<ArticleView> {
  const why = twoPersonWhy(ctx.rules, article);
  const sentBack = article.state === "draft" ? await lastNote(ctx.db, article.id, "sentBack") : undefined;
  return {
    article,
    slots: parseSlots(article.body).slots,
    attachments: await attachmentsOf(ctx.db, article.id),
    twoPersonWhy: why,
    lastSentBack: sentBack ?? null,
    blocked: blockedFor(ctx.actor, { ...article, twoPersonWhy: why }),
  };
}
