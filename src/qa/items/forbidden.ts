import { firstMatch } from "../../platform/rules/index.ts";
import { against, holds, type Judge } from "../judge.ts";

/** 使用禁语: the agent's own 不知道 or 不清楚 as an answer; asking the caller to repeat and telling his words again are none (S1 row 9). */
export const judgeForbidden: Judge = ({ talk, rules }) => {
  const { forbidden, restating } = rules.rubric.signals;
  const find = (text: string) => firstMatch(forbidden, text);
  return talk.agent.flatMap((line) => {
    const match = find(line.plain);
    if (!match || holds(restating, line.plain.slice(0, match.index))) return [];
    return [against(line, "扣分", "禁用“不知道、不清楚”作答", match.text)];
  });
};
