import type { Ctx } from "../../platform/context.ts";
import type { Article } from "../store.ts";
import { personOf } from "../version-of.ts";
import { refuseUnready } from "./content.ts";
import type { ArticleStep } from "./schema.ts";
import { stepArticle } from "./step-article.ts";

/** Sends a draft to be checked by another person. Throws AppError `conflict`, `not_found`, `forbidden`, `invalid`. */
export function submitArticle(ctx: Ctx, id: string, { version }: ArticleStep): Promise<Article> {
  return stepArticle(ctx, { id, version, action: "submit" }, (_, before) => {
    refuseUnready(before);
    return { set: { state: "checking", submittedBy: personOf(ctx) }, note: { kind: "submitted" } };
  });
}

/** Takes it back from the check, or an approved one that is not yet published. Throws as `submitArticle`. */
export function withdrawArticle(ctx: Ctx, id: string, { version }: ArticleStep): Promise<Article> {
  return stepArticle(ctx, { id, version, action: "withdraw" }, () => ({
    set: { state: "draft", submittedBy: null, checkedBy: null },
    note: { kind: "withdrawn" },
  }));
}
