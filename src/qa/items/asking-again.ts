import { says } from "../../platform/rules/index.ts";
import { against, type Case, type Finding, holds, type Judge } from "../judge.ts";
import { pairsOf, sharedPairs } from "../overlap.ts";
import { type Line, lineAfter } from "../talk.ts";

/** Share of a question's words that make it the same question as an earlier one. */
const sameShare = 0.75;
/** Shorter questions ("还有吗") are asked many times with reason. */
const questionPairsMin = 4;

function sameQuestion(line: Line, earlier: Line): boolean {
  const pairs = pairsOf(line.plain).size;
  return pairs >= questionPairsMin && sharedPairs(line.plain, earlier.plain) / pairs >= sameShare;
}

function judgeLine(input: Case, line: Line): Finding[] {
  const { talk, rules } = input;
  const { question, askAgain, repeatComplaint, restating } = rules.rubric.signals;
  if (!holds(question, line.plain)) return [];
  const reply = lineAfter(talk, line.at, "citizen");
  // 说过两回 is the answer to whom the caller told before, no complaint.
  const isOfBefore = says(rules.listening.topics.priorHandling.asked, line.plain);
  if (reply && !isOfBefore && holds(repeatComplaint, reply.plain)) {
    return [against(line, "扣分", `来电人已经说过（“${reply.text}”），又问一遍`)];
  }
  const before = talk.agent.filter((other) => other.at < line.at);
  if (before.length > 0 && holds(askAgain, line.plain)) return [against(line, "扣分", "重新问来电人已经说过的内容")];
  const earlier = before.find((other) => holds(question, other.plain) && sameQuestion(line, other));
  const isClosing = holds(rules.rubric.signals.closes, line.plain) || holds(restating, line.plain);
  return earlier && !isClosing ? [against(line, "仅提示", `与前面所问相近（“${earlier.text}”）`)] : [];
}

/** 反复询问: the same thing is asked again after the caller has told it (S1 row 13). */
export const judgeAskingAgain: Judge = (input) => input.talk.agent.flatMap((line) => judgeLine(input, line));
