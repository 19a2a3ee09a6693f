import { createHash } from "node:crypto";
import { type Answer, type Call, fillOrder, type Order } from "../orders/index.ts";
import { authorize } from "../platform/access.ts";
import { record } from "../platform/audit.ts";
import type { Ctx } from "../platform/context.ts";
import { suggest } from "../platform/suggestions.ts";
import { questionOf } from "./question.ts";
import { suggestAnswers } from "./suggest-answers.ts";
import { rememberCallGaps } from "./use/gaps/remember-call.ts";
import { keepShown } from "./use/told/keep-shown.ts";

/** Puts the answers that the base has into the order, once: an order that was asked for keeps what it got. */
export async function suggestAnswersForCall(ctx: Ctx, call: Call, order: Order): Promise<void> {
  authorize(ctx.actor, "call.process");
  if (order.answers) return;
  const text = questionOf(order);
  const answers = await suggestAnswers(ctx, { text, at: call.startedAt });
  await keepShown(ctx, call.id, { question: text, utterance: null, heard: call.utterances.length, answers });
  await rememberCallGaps(ctx, call, order, answers);
  await ctx.inTransaction(async (tx) => {
    if (!(await fillOrder(tx, call.id, { answers }))) return;
    await suggest(tx, ctx, [
      {
        subject: `order:${order.id}`,
        what: "answers",
        candidates: answers.map(candidateOf),
        engine: "rules",
        engineVersion: ctx.embedder.id,
        inputHash: createHash("sha256").update(text).digest("hex"),
      },
    ]);
    record(tx, ctx, "order.suggest_answers", order.id, { answers: answers.length });
  });
}

const candidateOf = ({ articleId, score, title }: Answer) => ({
  value: articleId,
  confidence: score,
  why: title,
  evidence: [],
});
