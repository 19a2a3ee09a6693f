import type { Ctx } from "../../platform/context.ts";
import type { Article } from "../store.ts";
import { personOf } from "../version-of.ts";
import type { CheckArticle } from "./schema.ts";
import { stepArticle } from "./step-article.ts";

/**
 * A second person's word: the article may be published, or goes back with a reason.
 * Throws AppError `forbidden` for whoever wrote any of it, `conflict`, `not_found`.
 */
export function checkArticle(ctx: Ctx, id: string, input: CheckArticle): Promise<Article> {
  return stepArticle(ctx, { id, version: input.version, action: "check" }, () =>
    input.decision === "approve"
      ? { set: { state: "approved", checkedBy: personOf(ctx) }, note: { kind: "approved" } }
      : {
          set: { state: "draft", submittedBy: null },
          note: { kind: "sentBack", text: input.reason },
        },
  );
}
