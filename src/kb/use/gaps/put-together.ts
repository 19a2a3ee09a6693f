import { randomUUID } from "node:crypto";
import { authorize } from "../../../platform/access.ts";
import type { Ctx } from "../../../platform/context.ts";
import { mostTypical, nearest } from "./likeness.ts";
import { findLooseQuestion, holdGaps, insertGap, knownGaps, putQuestion, questionsOf, recountGap } from "./store.ts";

/**
 * Puts a question that nobody could answer to those that ask the same, or begins a new gap. One that was answered is open again:
 * the answer is not found. Run twice it changes nothing.
 */
export async function putTogether(ctx: Ctx, { id }: { id: string }): Promise<void> {
  authorize(ctx.actor, "call.process");
  await ctx.inTransaction(async (tx) => {
    await holdGaps(tx);
    const loose = await findLooseQuestion(tx, id);
    if (!loose) return;
    const same = nearest(loose.question, await knownGaps(tx));
    const gapId = same?.id ?? randomUUID();
    if (!same) await insertGap(tx, newGap(gapId, loose.question, loose.at));
    await putQuestion(tx, id, gapId);
    const wordings = (await questionsOf(tx, gapId)).map(({ question }) => question);
    const reopened = same?.state === "answered" ? { state: "open" as const } : {};
    await recountGap(tx, gapId, { question: mostTypical(wordings), ...reopened });
  });
}

const newGap = (id: string, question: string, at: Date) => ({
  id,
  state: "open" as const,
  question,
  questions: 1,
  calls: 0,
  firstAt: at,
  lastAt: at,
  articleId: null,
  note: null,
  decidedByName: null,
  decidedAt: null,
});
