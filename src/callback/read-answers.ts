import { firstMatch, type Matchers } from "../platform/rules/index.ts";
import { type CallbackRules, type Conversation, type Heard, holds } from "./listen.ts";
import { levelNamed } from "./read-level.ts";
import type { CallbackReview, LeadingSentence } from "./schema.ts";

export type Answers = Pick<CallbackReview, "contacted" | "resolved" | "satisfaction">;

/** Leading that presses for another answer: what is given up to it does not count. */
const pressing = new Set(["施压求情", "利益交换", "暗示选项", "代答"]);

function valueIn<Value extends string>(entries: readonly (Matchers & { value: Value })[], text: string): Value | null {
  return entries.find((entry) => firstMatch(entry, text) !== null)?.value ?? null;
}

/** The last answer to a topic; after a line that records a value, the citizen's yes confirms it unless the line led him. */
function lastAnswer<Value extends string>(
  talk: Conversation,
  rules: CallbackRules,
  topic: "contacted" | "resolved",
  entries: readonly (Matchers & { value: Value })[],
  led: ReadonlySet<number>,
): Value | null {
  const { confirmsRecord, citizenAgrees } = rules.wording.callbackSignals;
  let answer: Value | null = null;
  for (const line of talk.citizen) {
    const before = talk.lines.findLast((other) => other.at < line.at && other.speaker === "agent");
    const recorded = before && firstMatch(confirmsRecord, before.plain);
    if (before && recorded && !led.has(before.i) && holds(citizenAgrees, line.plain)) {
      answer = valueIn(entries, recorded.text) ?? answer;
    } else if (line.topic === topic) {
      answer = valueIn(entries, line.plain) ?? answer;
    }
  }
  return answer;
}

/** The level named last and freely: not one given up right after the agent pressed for it, when there was one before. */
function readLevel(
  rules: CallbackRules,
  talk: Conversation,
  pressed: ReadonlySet<number>,
): CallbackReview["satisfaction"] {
  let level: CallbackReview["satisfaction"] = "未答";
  for (const line of talk.citizen) {
    const named = levelNamed(rules, talk, line);
    if (!named) continue;
    const before: Heard | undefined = talk.lines.findLast((other) => other.at < line.at && other.speaker === "agent");
    if (before && pressed.has(before.i)) {
      if (level !== "未答" || named === "满意" || named === "非常满意" || named === "基本满意") continue;
    }
    level = named;
  }
  return level;
}

/** What the citizen answered to the three questions; 未答 where nothing was asked or nothing said (R-V14, R-V17). */
export function readAnswers(rules: CallbackRules, talk: Conversation, leading: readonly LeadingSentence[]): Answers {
  const { contacted, resolved } = rules.wording.callbackAnswers;
  const led = new Set(leading.map((sentence) => sentence.utterance));
  const pressed = new Set(leading.filter((each) => pressing.has(each.type)).map((each) => each.utterance));
  return {
    contacted: lastAnswer(talk, rules, "contacted", contacted, led) ?? "未答",
    resolved: lastAnswer(talk, rules, "resolved", resolved, led) ?? "未答",
    satisfaction: readLevel(rules, talk, pressed),
  };
}
