import { against, holds, type Judge, wordsAgainst } from "../judge.ts";

/** 使用禁语: the agent's own 不知道 or 不清楚 as an answer; asking the caller to repeat and telling his words again are none (S1 row 9). */
export const judgeForbidden: Judge = ({ talk, rules }) => {
  const { forbidden, restating } = rules.rubric.signals;
  return talk.agent.flatMap((line) => {
    const words = wordsAgainst(line, forbidden, "使用禁语(不知道/不清楚)");
    if (words === null || holds(restating, line.plain.slice(0, line.plain.indexOf(words)))) return [];
    return [against(line, "扣分", "禁用“不知道、不清楚”作答", words)];
  });
};
