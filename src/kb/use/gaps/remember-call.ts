import type { Answer, Call, Order } from "../../../orders/index.ts";
import type { Ctx } from "../../../platform/context.ts";
import { searchWords } from "../../words.ts";
import { type ShownRow, shownIn, toldIn } from "../told/store.ts";
import { rememberQuestion } from "./remember-question.ts";

/** A complaint asks 什么时候能处理 too: only a question with this many words of its own is one for the base. */
const ownWords = 3;

/**
 * Keeps what a call asked and the base could not answer: the questions that stood without an answer while it went on and after which
 * nothing was told; of a consultation that came in whole, its question. Each once.
 */
export async function rememberCallGaps(ctx: Ctx, call: Call, order: Order, answers: readonly Answer[]): Promise<void> {
  const told = await toldIn(ctx.db, call.id, { isStanding: true });
  const isSettled = (row: ShownRow) => told.some(({ at }) => at >= row.at);
  const isOfBase = ({ question }: ShownRow) => order.kind === "咨询" || searchWords(question).length >= ownWords;
  const open = unanswered(await shownIn(ctx.db, call.id)).filter((row) => isOfBase(row) && !isSettled(row));
  for (const { question, utterance } of open)
    await rememberQuestion(ctx, { source: "live", callId: call.id, question, utterance });
  if (open.length || answers.length || told.length || order.kind !== "咨询") return;
  const question = order.elements.content?.value ?? order.title;
  await rememberQuestion(ctx, { source: "batch", callId: call.id, question, utterance: null });
}

/** The last of what stood on the screen for each question of the caller, where that was nothing. */
export function unanswered(shown: readonly ShownRow[]): ShownRow[] {
  const last = new Map<number, ShownRow>();
  for (const row of shown) if (row.utterance !== null) last.set(row.utterance, row);
  return [...last.values()].filter(({ answers }) => answers.length === 0);
}
