import { against, holds, type Judge } from "../judge.ts";

/** Lines in which a closing may stand: it is sometimes cut in two. */
const closingLines = 2;

/** 结束语不规范: the last words thank the caller and say goodbye (S4 附录B.1.4.2, B.4.6; S1 row 2). */
export const judgeClosing: Judge = ({ talk, rules }) => {
  const last = talk.agent.at(-1);
  if (!last) return [];
  const script = talk.direction === "callback" ? rules.phrases.callbackClosing : rules.phrases.closing;
  const words = talk.agent
    .slice(-closingLines)
    .map((line) => line.plain)
    .join("。");
  const thanks = holds(script.thanks, words);
  const goodbye = holds(script.goodbye, words);
  if (thanks && goodbye) return [];
  const missing = [thanks ? "" : "致谢", goodbye ? "" : "道别"].filter((part) => part !== "").join("和");
  const callerLeft =
    talk.lines.at(-1)?.speaker === "citizen" && /挂了|先挂|拜拜|再见/u.test(talk.lines.at(-1)?.plain ?? "");
  return [against(last, callerLeft ? "仅提示" : "扣分", `结束语缺少${missing}${callerLeft ? "，来电人先挂断" : ""}`)];
};
