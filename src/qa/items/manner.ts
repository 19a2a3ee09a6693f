import { firstMatch, type Matchers } from "../../platform/rules/index.ts";
import type { QaItemName } from "../../platform/rules/schema/rubric.ts";
import { against, type Case, type Finding, holds } from "../judge.ts";
import { learnedFault } from "../service-model.ts";
import { type Line, lineAfter } from "../talk.ts";

/** A manner of speaking costs points by the model alone only from here on, or where the caller takes offence or the agent takes it back. */
const sureOfManner = 0.85;

function wasOffended({ talk, rules }: Case, line: Line): boolean {
  const { callerOffended, takesBack } = rules.rubric.signals;
  const reply = lineAfter(talk, line.at, "citizen");
  const next = lineAfter(talk, line.at, "agent");
  return (
    (reply !== undefined && holds(callerOffended, reply.plain)) || (next !== undefined && holds(takesBack, next.plain))
  );
}

function judgeLine(input: Case, line: Line, matchers: Matchers, item: QaItemName, why: string): Finding[] {
  const match = firstMatch(matchers, line.plain);
  if (match) return [against(line, "扣分", why, match.text)];
  const learned = learnedFault(line, item);
  if (!learned) return [];
  const isSure = learned.confidence >= sureOfManner || wasOffended(input, line);
  return [against(line, isSure ? "扣分" : "仅提示", why, learned.words)];
}

/** Lines of the agent that rebuke or quarrel: by the rules' words, or by the learned model where the caller's answer bears it out. */
export function mannerIn(input: Case, matchers: Matchers, item: QaItemName, why: string): Finding[] {
  return input.talk.agent.flatMap((line) => judgeLine(input, line, matchers, item, why));
}
