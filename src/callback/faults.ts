import { isInHours } from "./callback-hours.ts";
import { mannerFaults } from "./faults-manner.ts";
import { asked, type CallbackRules, type Conversation, type Heard, holds, type Topic } from "./listen.ts";
import { levelNamed, scaleIn } from "./read-level.ts";
import { reasonLines } from "./read-words.ts";
import type { CallbackReview } from "./schema.ts";

type Fault = CallbackReview["faults"][number];
type Read = Omit<CallbackReview, "faults" | "leading" | "reason" | "opinions">;

const unhappy = new Set(["不满意", "非常不满意"]);

const fault = (item: string, line: Heard | undefined): Fault[] => (line ? [{ item, utterance: line.i }] : []);

/** Faults of the opening, told at its first line. */
function openingFaults(rules: CallbackRules, talk: Conversation, read: Read): Fault[] {
  const opening = talk.agent[0];
  return [
    ...(read.identityStated ? [] : fault("未表明身份", opening)),
    ...(read.identityChecked ? [] : fault("未核实身份", opening)),
    ...(isInHours(rules.callback.policy, talk.startedAt) ? [] : fault("非工作时段回访", opening)),
  ];
}

/** The agent's line that goes on to a later question without asking the one before. */
function skipped(talk: Conversation, later: readonly Topic[]): Heard | undefined {
  return talk.agent.find((line) => line.topic !== null && later.includes(line.topic)) ?? talk.agent.at(-1);
}

/** Questions that were never put to somebody who agreed to answer (S4 5.5.3). */
function questionFaults(talk: Conversation, read: Read): Fault[] {
  const faults: Fault[] = [];
  if (!asked(talk, "contacted") && read.contacted === "未答") {
    faults.push(...fault("未询问响应情况", skipped(talk, ["resolved", "satisfaction"])));
  }
  if (!asked(talk, "resolved") && read.resolved === "未答") {
    faults.push(...fault("未询问解决情况", skipped(talk, ["satisfaction"])));
  }
  if (!asked(talk, "satisfaction") && read.satisfaction === "未答") {
    faults.push(...fault("未询问满意度", talk.agent.at(-1)));
  }
  return faults;
}

/** A scale is whole with all five levels, or with 满意 and 不满意 alone (S4 附录B.4.4; S0 话术04). */
function isWhole(rules: CallbackRules, text: string): boolean {
  const read = new Set(scaleIn(rules, text));
  return rules.callback.scripts.some((script) => {
    const exact = script.scale.length === 2 ? read.size === 2 : true;
    return exact && script.scale.every((level) => read.has(level as never));
  });
}

/** The five levels read out in two breaths; two levels in two lines are two questions. */
function isReadInParts(rules: CallbackRules, asks: readonly Heard[]): boolean {
  const parts = asks.map((line) => scaleIn(rules, line.plain)).filter((levels) => levels.length > 1);
  return new Set(parts.flat()).size === rules.wording.levels.length;
}

function scaleFaults(rules: CallbackRules, talk: Conversation): Fault[] {
  const asks = talk.agent.filter((line) => line.topic === "satisfaction");
  const first = asks[0];
  if (!first || talk.agent.some((line) => isWhole(rules, line.plain)) || isReadInParts(rules, asks)) return [];
  const volunteered = talk.citizen.some((line) => line.at < first.at && levelNamed(rules, talk, line) !== null);
  return volunteered ? [] : fault("满意度选项未完整告知", first);
}

/** An unhappy rating whose side nobody asked for, and that the citizen did not explain by himself (R-V15). */
function reasonFaults(rules: CallbackRules, talk: Conversation, read: Read): Fault[] {
  if (!unhappy.has(read.satisfaction) || asked(talk, "reason") || reasonLines(rules, talk).length > 0) return [];
  const rated = talk.citizen.findLast((line) => levelNamed(rules, talk, line) !== null);
  return fault("未询问不满意原因", talk.agent.find((line) => rated && line.at > rated.at) ?? talk.agent.at(-1));
}

function closingFaults(rules: CallbackRules, talk: Conversation): Fault[] {
  const words = talk.agent
    .slice(-2)
    .map((line) => line.plain)
    .join("。");
  const { thanks, goodbye } = rules.phrases.callbackClosing;
  return holds(thanks, words) && holds(goodbye, words) ? [] : fault("结束语不规范", talk.agent.at(-1));
}

/** What the agent did wrong in a callback beside leading wording, each with the line it is told at. */
export function readFaults(
  rules: CallbackRules,
  talk: Conversation,
  read: Read,
  { brokeOff, leading }: { brokeOff: boolean; leading: ReadonlySet<number> },
): Fault[] {
  if (talk.agent.length === 0) return [];
  const answers = read.reached && read.consented;
  return [
    ...openingFaults(rules, talk, read),
    ...(answers && !brokeOff ? questionFaults(talk, read) : []),
    ...(answers ? scaleFaults(rules, talk) : []),
    ...(answers && !brokeOff ? reasonFaults(rules, talk, read) : []),
    ...mannerFaults(rules, talk, leading),
    ...closingFaults(rules, talk),
  ];
}
