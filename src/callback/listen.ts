import type { Call, Utterance } from "../orders/index.ts";
import { firstMatch, type Matchers, type Rules } from "../platform/rules/index.ts";
import { normalise } from "../platform/text/index.ts";

export type Topic = "contacted" | "resolved" | "satisfaction" | "reason" | "opinion";

export type CallbackRules = Pick<Rules, "callback" | "wording" | "phrases">;

/**
 * An utterance made plain. `topic`: what an agent's line asks last, or what a citizen's line answers; null before the first question.
 * `asks`: all that an agent's line asks; `implied` where it names no topic itself. `final`: the words behind the last "哦不对".
 */
export type Heard = Utterance & {
  readonly at: number;
  readonly plain: string;
  readonly topic: Topic | null;
  readonly asks: readonly Topic[];
  readonly implied: boolean;
  readonly final: string;
};

export type Conversation = {
  readonly startedAt: string;
  readonly lines: readonly Heard[];
  readonly agent: readonly Heard[];
  readonly citizen: readonly Heard[];
};

/** Whether plain text holds the words. */
export function holds(matchers: Matchers, text: string): boolean {
  return firstMatch(matchers, text) !== null;
}

/** What an agent's line asks, the last question first, since that one is answered next. */
function askedIn(rules: CallbackRules, text: string): Topic[] {
  const signals = rules.wording.callbackSignals;
  const asks: [Topic, Matchers][] = [
    ["contacted", signals.asksContacted],
    ["resolved", signals.asksResolved],
    ["satisfaction", signals.asksSatisfaction],
    ["reason", signals.asksReason],
    ["opinion", signals.asksOpinion],
  ];
  return asks
    .map(([topic, matchers]) => ({ topic, at: firstMatch(matchers, text)?.index ?? -1 }))
    .filter(({ at }) => at >= 0)
    .reverse()
    .sort((one, other) => other.at - one.at)
    .map(({ topic }) => topic);
}

/** A question that names no topic is about contact where it says so, else about the problem: between the first question and the rating. */
function impliedIn(rules: CallbackRules, text: string, asked: ReadonlySet<Topic>): Topic | null {
  const { asksAnything, aboutContact, agentPutsOff } = rules.wording.callbackSignals;
  if (!asked.has("contacted") || asked.has("satisfaction")) return null;
  if (!holds(asksAnything, text) || holds(agentPutsOff, text)) return null;
  return holds(aboutContact, text) ? "contacted" : "resolved";
}

/** What the speaker settles on when he corrects himself ("没有……哦不对，前天打过一个"); the whole text otherwise. */
function finalWords(rules: CallbackRules, text: string): string {
  let rest = text;
  const find = (words: string) => firstMatch(rules.wording.callbackSignals.citizenCorrects, words);
  for (let match = find(rest); match; match = find(rest)) {
    const after = rest.slice(match.index + match.length);
    if (!/\p{Script=Han}/u.test(after)) break;
    rest = after;
  }
  return rest;
}

/** Prepares a callback for reading: plain lines with the question that each asks or answers. */
export function listen(rules: CallbackRules, call: Call): Conversation {
  let topic: Topic | null = null;
  const topics = new Set<Topic>();
  const lines = call.utterances.map((utterance, at): Heard => {
    const folded = normalise(utterance.text).text;
    const plain = rules.wording.heard.reduce((done, each) => done.replaceAll(each.heard, each.meant), folded);
    const final = finalWords(rules, plain);
    if (utterance.speaker !== "agent") return { ...utterance, at, plain, topic, asks: [], implied: false, final };
    const named = askedIn(rules, plain);
    const implied = named.length > 0 ? null : impliedIn(rules, plain, topics);
    const asks = implied ? [implied] : named;
    for (const each of asks) topics.add(each);
    topic = asks[0] ?? topic;
    return { ...utterance, at, plain, topic: asks[0] ?? null, asks, implied: implied !== null, final };
  });
  return {
    startedAt: call.startedAt,
    lines,
    agent: lines.filter((line) => line.speaker === "agent"),
    citizen: lines.filter((line) => line.speaker === "citizen"),
  };
}

/** Whether the agent asked about a topic anywhere. */
export function asked(talk: Conversation, topic: Topic): boolean {
  return talk.agent.some((line) => line.asks.includes(topic));
}

/** 嗯 alone, which plain text has not. */
export const isHum = ({ text }: Heard): boolean => /^[嗯恩唔]+[。！，]?$/u.test(text.trim());
