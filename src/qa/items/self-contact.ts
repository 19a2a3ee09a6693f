import { against, type Case, type Finding, holds, type Judge, wordsAgainst } from "../judge.ts";
import { type Line, lineAfter } from "../talk.ts";

/** Taken in the same breath, so that the number is only advice, or later without the caller having to press for it. */
function wasTaken({ talk, rules }: Case, line: Line): "at once" | "later" | "pressed" | "never" {
  const { accepts, turnedAway } = rules.rubric.signals;
  if (holds(accepts, line.plain)) return "at once";
  if (!talk.agent.some((other) => other.at > line.at && holds(accepts, other.plain))) return "never";
  const reply = lineAfter(talk, line.at, "citizen");
  return reply && holds(turnedAway, reply.plain) ? "pressed" : "later";
}

function judgeLine(input: Case, line: Line, words: string): Finding {
  switch (wasTaken(input, line)) {
    case "at once":
    case "later":
      return against(line, "仅提示", "让来电人自行联系，之后仍作了登记", words);
    case "pressed":
      return against(line, input.draft ? "扣分" : "仅提示", "让来电人自行联系，来电人一再要求才登记", words);
    case "never":
      return against(line, input.draft ? "扣分" : "仅提示", "让来电人自行联系，没有受理", words);
  }
}

/**
 * 让来电人自行联系而不受理: "call them yourself" without taking the matter, or taking it only when the caller pressed for it (S1 row 7).
 * Answering a question with a number is none.
 */
export const judgeSelfContact: Judge = (input) => {
  const { talk, rules, draft } = input;
  if (draft && (draft.scope !== "受理" || draft.directAnswer)) return [];
  const { selfContact, otherChannel } = rules.rubric.signals;
  return talk.agent.flatMap((line) => {
    const words = wordsAgainst(line, selfContact, "让来电人自行联系而不受理");
    return words !== null && !holds(otherChannel, line.plain) ? [judgeLine(input, line, words)] : [];
  });
};
