import { against, holds, type Judge, wordsAgainst } from "../judge.ts";

/** 推诿应受理事项: "not ours, we cannot take it" said of a matter that is to be taken (S1 row 7). A matter that has its own legal channel is none; "call them yourself" is the other half of the row. */
export const judgeShirk: Judge = ({ talk, rules, draft }) => {
  if (draft && draft.scope !== "受理") return [];
  const { shirk, otherChannel, selfContact } = rules.rubric.signals;
  return talk.agent.flatMap((line) => {
    if (holds(selfContact, line.plain)) return [];
    const words = wordsAgainst(line, shirk, "推诿应受理事项");
    if (words === null) return [];
    const sure = draft !== null && !holds(otherChannel, line.plain);
    const why = sure ? "本件属受理范围，却答复不归热线受理" : "答复不受理，是否属受理范围须人工判断";
    return [against(line, sure ? "扣分" : "仅提示", why, words)];
  });
};
