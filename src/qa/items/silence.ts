import { against, type Case, type Finding, holds, type Judge } from "../judge.ts";
import { clockOf, type Line, lineAfter } from "../talk.ts";

/** Lines in which the caller only asks whether anybody is there, or says he waits, end no silence of the agent. */
function keepsWaiting(input: Case, line: Line): boolean {
  return line.speaker !== "agent" && holds(input.rules.rubric.signals.callerStillThere, line.plain);
}

function isAgentsSilence(input: Case, before: Line, ends: Line): boolean {
  const { callerWaits, accepts } = input.rules.rubric.signals;
  if (before.speaker === "citizen") return !holds(callerWaits, before.plain);
  const announced =
    /稍等|稍候|等一下|查询|查一下|记录一下|核实一下/u.test(before.plain) || holds(accepts, before.plain);
  return ends.speaker === "agent" || announced;
}

/** 等待超30秒无提示: longer than the limit without a waiting phrase or its renewal; told at the agent's line that ends it (S1 row 21; S4 附录B.1.3.3). */
export const judgeSilence: Judge = (input) => {
  const { talk, rules } = input;
  const findings: Finding[] = [];
  let before: Line | undefined;
  let quietFromMs = 0;
  for (const line of talk.lines) {
    if (before && keepsWaiting(input, line)) continue;
    const waitedMs = line.startMs - quietFromMs;
    if (before && waitedMs > rules.rubric.thresholds.silenceMs && isAgentsSilence(input, before, line)) {
      const ends = line.speaker === "agent" ? line : lineAfter(talk, line.at, "agent");
      const why = `${clockOf(quietFromMs)} 起静默 ${Math.round(waitedMs / 1000)} 秒，没有提示或没有再次提示`;
      if (ends) findings.push({ ...against(ends, "扣分", why, ends.text, "时间"), atMs: quietFromMs });
    }
    before = line;
    quietFromMs = Math.max(quietFromMs, line.endMs);
  }
  return findings;
};
