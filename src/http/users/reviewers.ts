import { authorize } from "../../platform/access.ts";
import type { Ctx } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { selectReviewers } from "./store.ts";

export type Reviewer = { id: string; name: string };

/** People who review calls and may sign in. */
export async function listReviewers(ctx: Ctx): Promise<Reviewer[]> {
  authorize(ctx.actor, "score.review");
  return selectReviewers(ctx.db);
}

/** These reviewers by id. Throws AppError `invalid` when one is no reviewer. */
export async function reviewersById(ctx: Ctx, ids: readonly string[]): Promise<Reviewer[]> {
  authorize(ctx.actor, "score.review");
  const wanted = [...new Set(ids)];
  const found = await selectReviewers(ctx.db, wanted);
  if (found.length < wanted.length) throw new AppError("invalid", "有人不是质检员，或账号已停用");
  return found;
}
