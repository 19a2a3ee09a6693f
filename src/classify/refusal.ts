import { everyMatch, firstMatch, type PartRules, says } from "../platform/rules/index.ts";
import type { Talk } from "./talk/talk.ts";

type ScopeRules = PartRules["scope"];
type Exclusion = ScopeRules["exclusions"][number];

/** The channel that the agent names where he says that the hotline cannot take the matter. */
export type Refusal = { readonly exclusion: Exclusion; readonly words: string };

/** How far before and behind the words of refusal the channel is named, in characters. */
const before = 60;
const after = 50;

function channelIn(rules: ScopeRules, text: string): Refusal | null {
  const named = rules.exclusions.flatMap((exclusion) => {
    const found = firstMatch(exclusion.channel, text);
    return found ? [{ exclusion, words: found.text, index: found.index }] : [];
  });
  return [...named].sort((a, b) => a.index - b.index)[0] ?? null;
}

/**
 * The first channel the agent names beside words of refusal (已经进入信访渠道，热线不再重复受理): of several the one said
 * first, since it is the reason and what follows is advice. Null when the agent refused nothing or gave no channel.
 */
export function refusalOf(rules: ScopeRules, talk: Talk): Refusal | null {
  for (const { text } of talk.agent) {
    for (const refused of everyMatch(rules.refusal, text)) {
      const start = Math.max(0, refused.index - before);
      const found = channelIn(rules, text.slice(start, refused.index + refused.length + after));
      if (found) return found;
    }
  }
  return null;
}

/** Whether the agent closed the call, or took the matter on, without refusing anything. */
export function isTakenByAgent(rules: Pick<PartRules, "scope" | "urgency">, talk: Talk): boolean {
  const { refusal, taken } = rules.scope;
  const isTaken = talk.agent.some(({ text }) => says(rules.urgency.closing, text) || says(taken, text));
  return isTaken && refusal !== undefined && !talk.agent.some((turn) => says(refusal, turn.text));
}
