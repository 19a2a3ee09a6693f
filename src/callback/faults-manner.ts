import { learnedFault } from "../qa/index.ts";
import { type CallbackRules, type Conversation, type Heard, holds } from "./listen.ts";
import type { CallbackReview } from "./schema.ts";

type Fault = CallbackReview["faults"][number];

/** Agent lines after an outburst in which a calming word must come. */
const calmWithinLines = 2;

/** The learned model must be this sure that a line quarrels or rebukes. */
const heated = [
  { item: "与来电人争吵", sureAt: 0.7 },
  { item: "反问语气", sureAt: 0.85 },
];

const isHeated = (line: Heard): boolean =>
  heated.some(({ item, sureAt }) => (learnedFault(line, item)?.confidence ?? 0) >= sureAt);

const told =
  (item: string) =>
  (line: Heard): Fault => ({ item, utterance: line.i });

/** The agent starts while the citizen still speaks; a bare 嗯 is none (S0: 不强硬打断). */
function interrupts(rules: CallbackRules, talk: Conversation, line: Heard): boolean {
  const spoken = talk.lines.findLast((other) => other.at < line.at && other.speaker === "citizen");
  const overlapMs = spoken ? spoken.endMs - line.startMs : 0;
  if (overlapMs < rules.callback.interruptMs) return false;
  return line.plain.replace(/[，。！？]/gu, "") !== "" && !holds(rules.wording.callbackSignals.backchannel, line.plain);
}

/** The citizen said no, or not now, and is asked all the same: right after it, or after words that won no yes. */
function goesOn(rules: CallbackRules, talk: Conversation, line: Heard): boolean {
  if (line.topic === null || line.topic === "opinion" || line.topic === "reason") return false;
  const before = talk.lines.findLast((other) => other.at < line.at);
  if (before?.speaker === "citizen") return turnsAway(rules, before);
  const opening = talk.lines.filter((other) => other.at < line.at && other.speaker === "citizen");
  const last = opening.at(-1);
  return last !== undefined && last.topic === null && turnsAway(rules, last);
}

function turnsAway(rules: CallbackRules, { plain, topic }: Heard): boolean {
  const { citizenRefuses, citizenBusy, citizenAgrees } = rules.wording.callbackSignals;
  const agrees =
    holds(citizenAgrees, plain) ||
    /你说|您说|你讲|您讲|问吧|说吧|行吧|快点|(?:简单|快|就)?问(?:两|几|一)?句/u.test(plain);
  return !agrees && (holds(citizenRefuses, plain) || (holds(citizenBusy, plain) && topic === null));
}

function unsoothed(rules: CallbackRules, talk: Conversation): Heard[] {
  const { citizenAngry, soothes } = rules.wording.callbackSignals;
  const angry = talk.citizen.find((line) => holds(citizenAngry, line.plain));
  if (!angry) return [];
  const after = talk.agent.filter((line) => line.at > angry.at).slice(0, calmWithinLines);
  return after.length === 0 || after.some((line) => holds(soothes, line.plain)) ? [] : after.slice(0, 1);
}

/** Faults of manner (S0 回访要求; R-V13; `leading`: lines already told as leading): interrupting, 你 for 您, going on without consent, arguing, leaving anger unanswered. */
export function mannerFaults(rules: CallbackRules, talk: Conversation, leading: ReadonlySet<number>): Fault[] {
  const { familiar, argues } = rules.wording.callbackSignals;
  return [
    ...talk.agent.filter((line) => interrupts(rules, talk, line)).map(told("打断市民")),
    ...talk.agent
      .filter((line) => holds(familiar, line.plain))
      .slice(0, 1)
      .map(told("未使用尊称")),
    ...talk.agent
      .filter((line) => goesOn(rules, talk, line))
      .slice(0, 1)
      .map(told("未经同意继续回访")),
    ...talk.agent
      .filter((line) => holds(argues, line.plain) || (!leading.has(line.i) && isHeated(line)))
      .map(told("语气生硬争辩")),
    ...unsoothed(rules, talk).map(told("未安抚情绪激动市民")),
  ];
}
