import type { Answer, Call, Order } from "../../../orders/index.ts";
import { authorize } from "../../../platform/access.ts";
import type { Ctx } from "../../../platform/context.ts";
import { questionOf } from "../../question.ts";
import { suggestAnswers } from "../../suggest-answers.ts";
import { keepShown } from "../told/keep-shown.ts";
import { liveQuestion } from "./live-question.ts";

/** What to look for in a live call: the caller's last question, else what the draft says the call is about. */
export function askedNow(ctx: Pick<Ctx, "rules">, call: Pick<Call, "utterances">, order: Order) {
  return liveQuestion(ctx.rules, call.utterances) ?? { text: questionOf(order), utterance: null };
}

/**
 * The answers for what is asked now in a live call. Where the base has none to the question itself, what the call is about is looked
 * for; that there was none is kept, with all that is put on the screen (R-K7).
 */
export async function suggestLive(ctx: Ctx, call: Call, order: Order): Promise<Answer[]> {
  authorize(ctx.actor, "call.process");
  const asked = askedNow(ctx, call, order);
  const heard = call.utterances.length;
  const at = call.startedAt;
  const answers = await suggestAnswers(ctx, { text: asked.text, at });
  await keepShown(ctx, call.id, { question: asked.text, utterance: asked.utterance, heard, answers });
  if (answers.length || asked.utterance === null) return answers;
  const question = questionOf(order);
  const ofCall = await suggestAnswers(ctx, { text: question, at });
  if (ofCall.length) await keepShown(ctx, call.id, { question, utterance: null, heard, answers: ofCall });
  return ofCall;
}
