import type { Answer, Call, Order } from "../../../orders/index.ts";
import { authorize } from "../../../platform/access.ts";
import { toShanghaiIso } from "../../../platform/clock.ts";
import type { Ctx } from "../../../platform/context.ts";
import { questionOf } from "../../question.ts";
import { suggestAnswers } from "../../suggest-answers.ts";
import { keepShown } from "../told/keep-shown.ts";
import { liveQuestion } from "./live-question.ts";

/** What to look for in a live call: the caller's last question, else what the draft says the call is about. */
export function askedNow(ctx: Pick<Ctx, "rules">, call: Pick<Call, "utterances">, order: Order) {
  return liveQuestion(ctx.rules, call.utterances) ?? { text: questionOf(order), utterance: null };
}

/** Further from our clock a call does not go on now, but is handed in later. */
const clocksApartMs = 10 * 60_000;

/** When the last words of a call were said: now, for a call that goes on; else by the times of the call itself. */
export function askedAt(now: Date, { startedAt, utterances }: Pick<Call, "startedAt" | "utterances">): Date {
  const said = new Date(Date.parse(startedAt) + (utterances.at(-1)?.endMs ?? 0));
  return Math.abs(now.getTime() - said.getTime()) <= clocksApartMs ? now : said;
}

/**
 * The answers for what is asked now in a live call. Where the base has none to the question itself, what the call is about is looked
 * for. What was published during the call is offered in it. That there was none is kept, with all that is put on the screen (R-K7).
 */
export async function suggestLive(ctx: Ctx, call: Call, order: Order): Promise<Answer[]> {
  authorize(ctx.actor, "call.process");
  const asked = askedNow(ctx, call, order);
  const heard = call.utterances.length;
  const at = toShanghaiIso(askedAt(ctx.now(), call));
  const answers = await suggestAnswers(ctx, { text: asked.text, at });
  await keepShown(ctx, call.id, { question: asked.text, utterance: asked.utterance, heard, answers });
  if (answers.length || asked.utterance === null) return answers;
  const question = questionOf(order);
  const ofCall = await suggestAnswers(ctx, { text: question, at });
  if (ofCall.length) await keepShown(ctx, call.id, { question, utterance: null, heard, answers: ofCall });
  return ofCall;
}
