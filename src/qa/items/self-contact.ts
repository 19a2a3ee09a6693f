import { firstMatch } from "../../platform/rules/index.ts";
import { against, type Case, holds, type Judge } from "../judge.ts";
import type { Line } from "../talk.ts";

function acceptedFrom(input: Case, line: Line): boolean {
  const { accepts } = input.rules.rubric.signals;
  return input.talk.agent.some((other) => other.at >= line.at && holds(accepts, other.plain));
}

/** 让来电人自行联系而不受理: "call them yourself" without taking the matter (S1 row 7). Answering a question with a number is none. */
export const judgeSelfContact: Judge = (input) => {
  const { talk, rules, draft } = input;
  if (draft && (draft.scope !== "受理" || draft.directAnswer)) return [];
  const { selfContact, otherChannel } = rules.rubric.signals;
  const find = (text: string) => firstMatch(selfContact, text);
  return talk.agent.flatMap((line) => {
    const match = find(line.plain);
    if (!match || holds(otherChannel, line.plain)) return [];
    if (acceptedFrom(input, line)) return [against(line, "仅提示", "让来电人自行联系，之后仍作了登记", match.text)];
    return [against(line, draft ? "扣分" : "仅提示", "让来电人自行联系，没有受理", match.text)];
  });
};
