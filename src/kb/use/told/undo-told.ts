import { findCall } from "../../../orders/index.ts";
import { actorName, authorize } from "../../../platform/access.ts";
import { record } from "../../../platform/audit.ts";
import type { Ctx } from "../../../platform/context.ts";
import { AppError, notFound } from "../../../platform/errors.ts";
import { decide } from "../../../platform/suggestions.ts";
import { forgetPair } from "../../search/learn-bridge.ts";
import type { Told } from "./schema.ts";
import { findTold, isStillTold, undoTold } from "./store.ts";
import { suggestionOf } from "./tell-answer.ts";
import { toldView } from "./told-view.ts";

/**
 * Takes a person's own "told the caller" back; the row stays with its moment, and search learns from it no more. Throws AppError `not_found` for a call or row out of
 * sight, `forbidden` when somebody else told it.
 */
export async function undoToldAnswer(ctx: Ctx, callId: string, id: string): Promise<Told> {
  authorize(ctx.actor, "answer.tell");
  await findCall(ctx.db, ctx.actor, callId);
  const present = await findTold(ctx.db, callId, id);
  if (!present) throw notFound("告知记录");
  if (present.by !== actorName(ctx.actor)) throw new AppError("forbidden", "只有告知来电人的本人可以撤销");
  const undone = await ctx.inTransaction(async (tx) => {
    const row = await undoTold(tx, id, ctx.now());
    if (!row) return present;
    const { question, articleId } = row;
    if (question && !(await isStillTold(tx, row))) await forgetPair(tx, { question, articleId, source: "told" });
    await decide(tx, ctx, { subject: `call:${callId}`, what: suggestionOf(row), value: null, reason: "撤销告知" });
    record(tx, ctx, "answer.undo", callId, { told: id });
    return row;
  });
  return toldView(ctx.actor, undone);
}
