import type { Utterance } from "../../orders/index.ts";
import { type MaskKey, unmask } from "../../platform/mask.ts";
import type { Candidate } from "../../platform/suggestions.ts";
import type { RowAnswer } from "./prompt.ts";

/** A model gives no figure that could be trusted. */
const unknown = 0;

/**
 * What a model said of a row as a suggestion with the words it rests on; null when it takes points without words of the agent that
 * are in the call.
 */
export function checkedRow(answer: RowAnswer, utterances: readonly Utterance[], key: MaskKey): Candidate | null {
  const { verdict, why } = answer;
  const line = utterances.find(({ i, speaker }) => i === answer.utterance && speaker === "agent");
  const quote = unmask(answer.quote ?? "", key).trim();
  const isSaid = line !== undefined && quote !== "" && line.text.includes(quote);
  if (verdict === "扣分" && !isSaid) return null;
  const words = isSaid ? `（“${quote}”）` : "";
  return {
    value: verdict,
    confidence: unknown,
    why: `${unmask(why, key)}${words}`,
    evidence: isSaid ? [line.i] : [],
  };
}
