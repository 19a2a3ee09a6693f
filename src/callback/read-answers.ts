import { agreedTo, asksDetail, deniedTo, type Entries, proposedIn, stillSo, valueIn } from "./answer-to.ts";
import { answerByModel, shippedAnswersModel } from "./answers-model.ts";
import { type CallbackRules, type Conversation, type Heard, holds, isHum } from "./listen.ts";
import { levelAgreed, levelNamed, scaleIn } from "./read-level.ts";
import { hummedTo, optionChosen, optionNamed } from "./read-option.ts";
import type { CallbackReview, LeadingSentence } from "./schema.ts";

export type Answers = Pick<CallbackReview, "contacted" | "resolved" | "satisfaction">;

/** Leading that presses for another answer: what is given up to it does not count. */
const pressing = new Set(["施压求情", "利益交换", "暗示选项", "代答"]);

/** Of two questions at once the last is answered, the other only where the answer speaks of it and nothing was answered before. */
const speaksOf = {
  contacted: /联系|电话|短信|打|(?<![下出起过回])来|找|上门/u,
  resolved: /解决|修|办|弄|处理|好了|没好|清|退|拆/u,
};

type Reading<Value extends string> = {
  topic: "contacted" | "resolved";
  entries: Entries<Value>;
  proposals: Entries<Value>;
  /** Lines that pressed for an answer: a yes to them confirms nothing. */
  pressed: ReadonlyMap<number, string>;
};

/** The last answer to a topic; 未答 where nobody asked or nothing was said. */
function lastAnswer<Value extends string>(
  rules: CallbackRules,
  talk: Conversation,
  reading: Reading<Value>,
): Value | "未答" {
  let answer: Value | "未答" = "未答";
  for (const line of talk.citizen) {
    const before = talk.lines.findLast((other) => other.at < line.at && other.speaker === "agent");
    const isAsked = before?.asks.includes(reading.topic) ?? false;
    if (isAsked && holds(rules.wording.callbackSignals.citizenTakesBack, line.plain)) answer = "未答";
    else answer = answerIn(rules, reading, before, line, answer === "未答") ?? answer;
  }
  return answer === "未答" ? (volunteered(talk, reading) ?? answer) : answer;
}

/** What the citizen told before he was asked, and the agent read back instead of asking. */
function volunteered<Value extends string>(talk: Conversation, reading: Reading<Value>): Value | null {
  for (const line of talk.citizen.filter((each) => each.topic === null)) {
    const value = valueIn(reading.entries, line.final);
    const isReadBack = (other: Heard) =>
      other.at > line.at && proposedIn(reading.proposals, other.plain) === value && !reading.pressed.has(other.i);
    if (value !== null && talk.agent.some(isReadBack)) return value;
  }
  return null;
}

/**
 * After a line that puts one value forward a yes confirms it; who is unsure answers nothing. `isFirst`: only then the model alone may read an
 * answer to a question that names no topic.
 */
function answerIn<Value extends string>(
  rules: CallbackRules,
  { topic, entries, proposals, pressed }: Reading<Value>,
  before: Heard | undefined,
  line: Heard,
  isFirst: boolean,
): Value | null {
  const { citizenAgrees, citizenUnsure, agentPutsOff } = rules.wording.callbackSignals;
  if (before && before.asks.length === 0 && holds(agentPutsOff, before.plain)) return null;
  const proposed = before && !pressed.has(before.i) ? proposedIn(proposals, before.plain) : null;
  if (proposed && (holds(citizenAgrees, line.plain) || isHum(line))) return agreedTo(entries, proposed, line.plain);
  const answersIt =
    line.topic === topic || (isFirst && before?.asks.includes(topic) && speaksOf[topic].test(line.plain));
  if (line.topic === topic && before && isHum(line)) return isFirst ? hummedTo(entries, topic, before) : null;
  if (!answersIt || holds(citizenUnsure, line.plain) || turnsAway(rules, line)) return null;
  if (!isFirst && line.final === line.plain && before && asksDetail(before.plain) && !/解决/u.test(line.plain))
    return null;
  const still = topic === "resolved" ? stillSo(rules, before, line) : null;
  const byRules = valueIn(entries, line.final);
  if (!isFirst && still === null && byRules === null && before?.implied) return null;
  const model = shippedAnswersModel();
  const chosen = topic === "resolved" ? (optionChosen(before, line) ?? optionNamed(line)) : null;
  const no = topic === "resolved" && proposed ? deniedTo(proposed, line.plain) : null;
  const value = chosen ?? no ?? still ?? (model ? answerByModel(model, topic, line.final, byRules) : byRules);
  return entries.find((entry) => entry.value === value)?.value ?? null;
}

const aboutTheMatter = /解决|修|办|弄|处理|联系|(?<!别|再|要)打(?:过|了)|来(?:过|了)|找过|摁|未接|没接|短信/u;

/** A refusal or "我在开会" answers no question. */
function turnsAway(rules: CallbackRules, { plain }: Heard): boolean {
  const { citizenRefuses, citizenBusy } = rules.wording.callbackSignals;
  return !aboutTheMatter.test(plain) && (holds(citizenRefuses, plain) || holds(citizenBusy, plain));
}

const unhappy = new Set(["不满意", "非常不满意"]);
const content = new Set(["非常满意", "满意", "基本满意"]);
const pleading = new Set(["施压求情", "利益交换"]);

/** A good level after pleading, or the very one that was suggested, is no free answer; another one is. */
function gaveIn(rules: CallbackRules, type: string | undefined, before: Heard, named: string): boolean {
  if (type === undefined || !content.has(named)) return false;
  return pleading.has(type) || scaleIn(rules, before.plain).some((level) => level === named);
}

const ranks = ["非常不满意", "不满意", "基本满意", "满意", "非常满意"];

/** Better than what the citizen had said freely, and put forward by the agent alone: no answer of his own. */
function isRaised(rules: CallbackRules, level: string, before: Heard, named: string): boolean {
  const read = new Set(scaleIn(rules, before.plain));
  return level !== "未答" && read.size === 1 && [...read][0] === named && ranks.indexOf(named) > ranks.indexOf(level);
}

/** The level named last and freely: not one given up right after the agent pressed for it. */
function readLevel(
  rules: CallbackRules,
  talk: Conversation,
  pressed: ReadonlyMap<number, string>,
): CallbackReview["satisfaction"] {
  let level: CallbackReview["satisfaction"] = "未答";
  for (const line of talk.citizen) {
    const before: Heard | undefined = talk.lines.findLast((other) => other.at < line.at && other.speaker === "agent");
    const named = levelNamed(rules, talk, line) ?? levelAgreed(rules, before, line);
    if (!named) continue;
    if (before && (gaveIn(rules, pressed.get(before.i), before, named) || isRaised(rules, level, before, named)))
      continue;
    // "都不满意" of who is asked what he is unhappy with tells of the reason, no other level.
    if (line.topic === "reason" && unhappy.has(named) && unhappy.has(level)) continue;
    level = named;
  }
  return level;
}

/** What the citizen answered to the three questions; 未答 where nothing was asked or nothing said (R-V14, R-V17). */
export function readAnswers(rules: CallbackRules, talk: Conversation, leading: readonly LeadingSentence[]): Answers {
  const { callbackAnswers: answers, callbackProposals: proposals } = rules.wording;
  const contacted = { entries: answers.contacted, proposals: proposals.contacted };
  const resolved = { entries: answers.resolved, proposals: proposals.resolved };
  const pressed = new Map(leading.filter(({ type }) => pressing.has(type)).map((each) => [each.utterance, each.type]));
  return {
    contacted: lastAnswer(rules, talk, { topic: "contacted", pressed, ...contacted }),
    resolved: lastAnswer(rules, talk, { topic: "resolved", pressed, ...resolved }),
    satisfaction: readLevel(rules, talk, pressed),
  };
}
