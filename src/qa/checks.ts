import { type Matchers, says } from "../platform/rules/index.ts";
import type { RubricCheck } from "../platform/rules/schema/rubric.ts";
import { judgeAsked, judgeReadBack } from "./gathered.ts";
import { against, type Case, type Finding, linesWith } from "./judge.ts";
import type { Line, Talk } from "./talk.ts";

type Must = Extract<RubricCheck, { kind: "必须说" }>;

/** Turns of the agent that count as the opening or the end of a call. */
const edgeTurns = 2;

function turnsIn({ agent }: Talk, where: Must["where"]): readonly Line[] {
  if (where === "任意") return agent;
  return where === "开头" ? agent.slice(0, edgeTurns) : agent.slice(-edgeTurns);
}

function applies({ talk }: Case, when: Matchers | undefined): boolean {
  return when === undefined || talk.lines.some((line) => says(when, line.plain));
}

const notNow: Finding = { verdict: "不适用", utterance: null, atMs: null, why: "通话中没有出现该项所指的情形" };

/** Words that had to be said and were not, told at the place where they belong. Unsure speech there may have been them. */
function missing(check: Must, input: Case): Finding[] {
  const turns = turnsIn(input.talk, check.where);
  if (turns.some((line) => says(check.says, line.plain))) return [];
  const place = check.where === "开头" ? turns[0] : turns.at(-1);
  const unsure = turns.find((line) => line.lowConfidence === true || line.drowned);
  return place
    ? [against(unsure ?? place, "扣分", `${check.where === "任意" ? "通话中" : check.where}没有说该说的话`)]
    : [];
}

/** The agent speaks into the caller's turn for longer than the check allows. */
function overlaps(overMs: number, { talk }: Case): Finding[] {
  return talk.agent.flatMap((line) => {
    const spoken = talk.lines.findLast((other) => other.at < line.at && other.speaker === "citizen");
    const sharedMs = spoken ? spoken.endMs - line.startMs : 0;
    return sharedMs > overMs ? [against(line, "扣分", `与来电人重叠 ${sharedMs} 毫秒`, line.text, "时间")] : [];
  });
}

/** Nobody speaks for longer than the check allows before the agent goes on. */
function gaps(overMs: number, { talk }: Case): Finding[] {
  let quietFromMs = talk.lines[0]?.startMs ?? 0;
  return talk.lines.flatMap((line) => {
    const quietMs = line.startMs - quietFromMs;
    quietFromMs = Math.max(quietFromMs, line.endMs);
    const isLong = line.speaker === "agent" && quietMs > overMs;
    return isLong ? [against(line, "扣分", `此前静默 ${Math.round(quietMs / 100) / 10} 秒`, line.text, "时间")] : [];
  });
}

/** Judges a check that an office wrote into its rubric. */
export function runCheck(check: RubricCheck, input: Case): Finding[] {
  switch (check.kind) {
    case "不得说":
      return applies(input, check.when) ? linesWith(input, check.says, "不得这样说") : [notNow];
    case "必须说":
      return applies(input, check.when) ? missing(check, input) : [notNow];
    case "重叠":
      return overlaps(check.overMs, input);
    case "复述":
      return judgeReadBack(check.of, input);
    case "问到":
      return judgeAsked(input);
    case "空档":
      return gaps(check.overMs, input);
  }
}
