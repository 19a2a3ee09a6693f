import { everyMatch, says } from "../../platform/rules/index.ts";
import { against, type Case, type Finding, holds, type Judge } from "../judge.ts";
import { pairsOf, sharedPairs } from "../overlap.ts";
import { type Line, lineAfter } from "../talk.ts";
import { isOnlyToldAgain } from "./told-before.ts";

/** Share of a question's words that make it the same question as an earlier one. */
const sameShare = 0.75;
/** Shorter questions ("还有吗") are asked many times with reason. */
const questionPairsMin = 4;

type Question = { line: Line; pairs: ReadonlySet<string> };

function sameQuestion({ pairs }: Question, earlier: Question): boolean {
  return pairs.size >= questionPairsMin && sharedPairs(pairs, earlier.pairs) / pairs.size >= sameShare;
}

/** What a caller is asked as a fact: he has told it, or not. Wishes and accounts are asked again to be put on record. */
const factTopics = ["name", "contact", "time", "place", "target"] as const;
const accountTopics = ["event", "demand", "reason", "priorHandling"] as const;

function asksFact({ rules }: Case, line: Line): boolean {
  const { topics } = rules.listening;
  const asks = (topic: keyof typeof topics) => says(topics[topic].asked, line.plain);
  return factTopics.some(asks) && !accountTopics.some(asks);
}

/** A complaint stands at the head or the end of an answer; in its middle such words tell of somebody else. */
const complaintEdge = 12;

function complains({ rules }: Case, reply: Line): boolean {
  const { plain } = reply;
  return everyMatch(rules.rubric.signals.repeatComplaint, plain).some(
    ({ index, length }) => index + length <= complaintEdge || index >= plain.length - complaintEdge,
  );
}

/** Whether the answer only says what the caller said before, in words that the question did not give. */
function isToldAgain(input: Case, line: Line, reply: Line): boolean {
  const { talk, rules } = input;
  const { restating, confirmTag, closes } = rules.rubric.signals;
  if ([restating, confirmTag, closes].some((each) => holds(each, line.plain)) || !asksFact(input, line)) return false;
  const before = talk.citizen.filter(({ at }) => at < line.at).map(({ plain }) => plain);
  return isOnlyToldAgain(reply.plain, line.plain, before);
}

function judgeQuestion(input: Case, question: Question, earlier: readonly Question[]): Finding[] {
  const { talk, rules } = input;
  const { line } = question;
  const { askAgain, restating, closes } = rules.rubric.signals;
  const reply = lineAfter(talk, line.at, "citizen");
  // 说过两回 is the answer to whom the caller told before, no complaint.
  const isOfBefore = says(rules.listening.topics.priorHandling.asked, line.plain);
  if (reply && !isOfBefore && complains(input, reply)) {
    return [against(line, "扣分", `来电人已经说过（“${reply.text}”），又问一遍`)];
  }
  const isFirstTurn = talk.agent[0]?.at === line.at;
  if (!isFirstTurn && holds(askAgain, line.plain)) return [against(line, "扣分", "重新问来电人已经说过的内容")];
  if (!isFirstTurn && reply && isToldAgain(input, line, reply)) {
    return [against(line, "扣分", `来电人只能再说一遍（“${reply.text}”）`)];
  }
  const same = earlier.find((other) => sameQuestion(question, other));
  const isClosing = holds(closes, line.plain) || holds(restating, line.plain);
  return same && !isClosing ? [against(line, "仅提示", `与前面所问相近（“${same.line.text}”）`)] : [];
}

/** 反复询问: the same thing is asked again after the caller has told it (S1 row 13). */
export const judgeAskingAgain: Judge = (input) => {
  const { question } = input.rules.rubric.signals;
  const questions = input.talk.agent
    .filter((line) => holds(question, line.plain))
    .map((line) => ({ line, pairs: pairsOf(line.plain) }));
  return questions.flatMap((each, at) => judgeQuestion(input, each, questions.slice(0, at)));
};
