import { isDeepStrictEqual } from "node:util";
import type { Answer } from "../../../orders/index.ts";
import { authorize } from "../../../platform/access.ts";
import type { Ctx } from "../../../platform/context.ts";
import { mask } from "../../../platform/mask.ts";
import { insertShown, lastShown } from "./store.ts";

/** What is put on the agent's screen: for which question, asked in which utterance, after how many. */
export type Showing = { question: string; utterance: number | null; heard: number; answers: readonly Answer[] };

/** Keeps what the agent gets to see in a call (R-K7). The same answers to the same question stand once. */
export async function keepShown(ctx: Ctx, callId: string, showing: Showing): Promise<void> {
  authorize(ctx.actor, "call.process");
  const { utterance, heard } = showing;
  const question = mask(showing.question).text;
  const answers = showing.answers.map(({ articleId, version, title, quote, score }) => ({
    articleId,
    version: version ?? null,
    title,
    quote,
    score,
  }));
  const last = await lastShown(ctx.db, callId);
  if (last && last.question === question && isDeepStrictEqual(last.answers, answers)) return;
  await insertShown(ctx.db, { callId, at: ctx.now(), question, utterance, heard, answers });
}
