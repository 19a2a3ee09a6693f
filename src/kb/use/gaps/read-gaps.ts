import { authorize } from "../../../platform/access.ts";
import { toShanghaiIso } from "../../../platform/clock.ts";
import type { Ctx } from "../../../platform/context.ts";
import { notFound } from "../../../platform/errors.ts";
import { gapView } from "./gap-view.ts";
import type { Gap, GapDetail, ListGaps } from "./schema.ts";
import { findGap, questionsOf, selectGaps } from "./store.ts";

/** What callers asked and nobody could answer, most calls first. */
export async function listGaps(ctx: Ctx, filter: ListGaps): Promise<Gap[]> {
  authorize(ctx.actor, "article.edit");
  return (await selectGaps(ctx.db, filter)).map(gapView);
}

/** A gap with its questions, masked. Throws AppError `not_found`. */
export async function readGap(ctx: Ctx, id: string): Promise<GapDetail> {
  authorize(ctx.actor, "article.edit");
  const gap = await findGap(ctx.db, id);
  if (!gap) throw notFound("缺口");
  const asked = await questionsOf(ctx.db, id);
  return {
    ...gapView(gap),
    asked: asked.map(({ question, source, callId, at }) => ({ question, source, callId, at: toShanghaiIso(at) })),
  };
}
