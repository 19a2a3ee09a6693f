import { against, type Case, type Finding, holds, type Judge } from "../judge.ts";
import type { Line } from "../talk.ts";

/** The caller's sentence was whole when the agent came in: only a punctuated transcript can tell. */
function wasWhole(input: Case, line: Line): boolean {
  return input.talk.punctuated && /[。！？]$/u.test(line.plain);
}

function judgeLine(input: Case, line: Line): Finding[] {
  const spoken = input.talk.lines.findLast((other) => other.at < line.at && other.speaker === "citizen");
  if (!spoken) return [];
  const overlapMs = spoken.endMs - line.startMs;
  if (overlapMs < input.rules.rubric.thresholds.interruptMs) return [];
  const { backchannel, question } = input.rules.rubric.signals;
  const isInside = line.endMs <= spoken.endMs && !holds(question, line.plain);
  const isBackchannel = isInside || holds(backchannel, line.plain);
  if (isBackchannel && line.plain.length <= backchannelLengthMax) return [];
  const verdict = wasWhole(input, spoken) ? "仅提示" : "扣分";
  return [against(line, verdict, `来电人还在说话，坐席早开口 ${overlapMs} 毫秒`, line.text, "时间")];
}

const backchannelLengthMax = 8;

/** 抢话: the agent comes in while the caller speaks and cuts the sentence; a back-channel inside the caller's turn is none (S1 row 14). */
export const judgeInterruption: Judge = (input) => input.talk.agent.flatMap((line) => judgeLine(input, line));
