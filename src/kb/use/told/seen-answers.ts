import { findCall } from "../../../orders/index.ts";
import { authorize } from "../../../platform/access.ts";
import { record } from "../../../platform/audit.ts";
import { toShanghaiIso } from "../../../platform/clock.ts";
import type { Ctx } from "../../../platform/context.ts";
import type { SeenAnswers } from "./schema.ts";
import { shownIn, toldIn } from "./store.ts";
import { toldView } from "./told-view.ts";

/** What the agent saw and told in a call, in order (R-K7). Throws AppError `not_found` for a call out of sight. */
export async function seenAnswers(ctx: Ctx, callId: string): Promise<SeenAnswers> {
  authorize(ctx.actor, "call.read");
  await findCall(ctx.db, ctx.actor, callId);
  const shown = await shownIn(ctx.db, callId);
  const told = await toldIn(ctx.db, callId);
  await ctx.inTransaction(async (tx) => record(tx, ctx, "call.read_answers", callId));
  return {
    shown: shown.map(({ at, question, heard, answers }) => ({
      at: toShanghaiIso(at),
      question,
      heard,
      answers,
      abstained: answers.length === 0,
    })),
    told: told.map((row) => toldView(ctx.actor, row)),
  };
}
