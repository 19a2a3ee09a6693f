import type { Call, Utterance } from "../orders/index.ts";
import { firstMatch, type Matchers, type Rules } from "../platform/rules/index.ts";
import { normalise } from "../platform/text/index.ts";

export type Topic = "contacted" | "resolved" | "satisfaction" | "reason" | "opinion";

export type CallbackRules = Pick<Rules, "callback" | "wording" | "phrases">;

/** An utterance made plain. `topic`: what an agent's line asks, or what a citizen's line answers; null before the first question. */
export type Heard = Utterance & { readonly at: number; readonly plain: string; readonly topic: Topic | null };

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

/** What an agent's line asks: of several questions the last, since that one is answered next. */
function askedIn(rules: CallbackRules, text: string): Topic | null {
  const signals = rules.wording.callbackSignals;
  const asks: [Topic, Matchers][] = [
    ["contacted", signals.asksContacted],
    ["resolved", signals.asksResolved],
    ["satisfaction", signals.asksSatisfaction],
    ["reason", signals.asksReason],
    ["opinion", signals.asksOpinion],
  ];
  let found: Topic | null = null;
  let foundAt = -1;
  for (const [topic, matchers] of asks) {
    const match = firstMatch(matchers, text);
    if (!match || match.index < foundAt) continue;
    found = topic;
    foundAt = match.index;
  }
  return found;
}

/** Prepares a callback for reading: plain lines with the question that each asks or answers. */
export function listen(rules: CallbackRules, call: Call): Conversation {
  let topic: Topic | null = null;
  const lines = call.utterances.map((utterance, at): Heard => {
    const folded = normalise(utterance.text).text;
    const plain = rules.wording.heard.reduce((done, each) => done.replaceAll(each.heard, each.meant), folded);
    const asked = utterance.speaker === "agent" ? askedIn(rules, plain) : null;
    topic = asked ?? topic;
    return { ...utterance, at, plain, topic: utterance.speaker === "agent" ? asked : topic };
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
  return talk.agent.some((line) => line.topic === topic);
}
