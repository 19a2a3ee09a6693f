import { firstMatch } from "../../platform/rules/index.ts";
import { against, type Case, type Finding, holds, type Judge } from "../judge.ts";
import { type Line, lineBefore } from "../talk.ts";

function judgeLine(input: Case, line: Line, foundedCall: boolean): Finding[] {
  const { hedge, basis, callerAsks } = input.rules.rubric.signals;
  const match = firstMatch(hedge, line.plain);
  if (!match || holds(basis, line.plain)) return [];
  const asked = lineBefore(input.talk, line.at, "citizen");
  if (!asked || !holds(callerAsks, asked.plain)) return [];
  const verdict = foundedCall ? "仅提示" : "扣分";
  return [against(line, verdict, `来电人问“${asked.text}”，答复含糊，没有依据`, match.text)];
}

/** 随意答复无依据: a guess given as an answer, with no rule, guide or look-up behind it in the call (S1 row 24; R-K7). */
export const judgeUnfounded: Judge = (input) => {
  const { basis } = input.rules.rubric.signals;
  const foundedCall = input.talk.agent.some((line) => holds(basis, line.plain));
  return input.talk.agent.flatMap((line) => judgeLine(input, line, foundedCall));
};
