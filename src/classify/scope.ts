import type { Scope, UrgentClass } from "../orders/index.ts";
import { everyMatch, firstMatch, type PartRules, says } from "../platform/rules/index.ts";
import { isTakenByAgent, refusalOf } from "./refusal.ts";
import type { Restatement } from "./talk/restatement.ts";
import type { Talk } from "./talk/talk.ts";
import { frameOf } from "./urgency-frames.ts";

/** What scope is judged by; the frames are those of urgency: what is told, feared or fictional is no matter for 119. */
type ScopeRules = Pick<PartRules, "scope" | "urgency">;
type Exclusion = PartRules["scope"]["exclusions"][number];

export type ScopeDecision = { readonly scope: Scope; readonly why: string; readonly urgentClass: UrgentClass | null };

const contextChars = 16;
/** What a long message is about stands at its beginning; later it mentions much in passing. Characters. */
const longTurn = 150;
const opening = 120;

/** Past, feared or only settled afterwards: no matter for an emergency line. Judged around the words. */
function isNow(rules: ScopeRules, text: string, index: number, length: number): boolean {
  const around = text.slice(Math.max(0, index - contextChars), index + length + contextChars);
  if (says(rules.scope.past, around)) return false;
  return frameOf(rules.urgency.frames, { text, start: index, end: index + length, threat: false }) === null;
}

function wordsOfCitizen(rules: ScopeRules, exclusion: Exclusion, texts: readonly string[]): string | null {
  for (const text of texts) {
    const found = everyMatch(exclusion.citizen, text).find(
      (match) => !exclusion.now || isNow(rules, text, match.index, match.length),
    );
    if (found) return found.text;
  }
  return null;
}

/** Whether the agent closed the call without sending the caller to the emergency line, which is what such a matter needs first. */
function isClosedWithoutLine(rules: ScopeRules, { directs }: Exclusion, talk: Talk): boolean {
  const isClosed = talk.agent.some((turn) => says(rules.urgency.closing, turn.text));
  return isClosed && !talk.agent.some((turn) => says(directs, turn.text));
}

/** Whether a matter may belong to the emergency line, by what the agent did. */
export function mayBelongTo(rules: ScopeRules, line: Scope, talk: Talk): boolean {
  const exclusion = rules.scope.exclusions.find(({ scope }) => scope === line);
  return exclusion !== undefined && !isClosedWithoutLine(rules, exclusion, talk);
}

function hears(
  rules: ScopeRules,
  exclusion: Exclusion,
  talk: Talk,
  texts: readonly string[],
  all: string,
): string | null {
  if (exclusion.unless && says(exclusion.unless, all)) return null;
  for (const turn of talk.agent) {
    const found = firstMatch(exclusion.agent, turn.text);
    if (found) return `坐席：“${found.text}”`;
  }
  const words =
    exclusion.now && isClosedWithoutLine(rules, exclusion, talk) ? null : wordsOfCitizen(rules, exclusion, texts);
  if (words === null || (exclusion.and && !says(exclusion.and, all))) return null;
  return `来电人：“${words}”`;
}

function decision({ scope, clause, text, urgentClass }: Exclusion, words: string): ScopeDecision {
  return { scope, why: `${clause}（${text}）：${words}`, urgentClass: urgentClass ?? null };
}

/** 受理范围: which channel the matter belongs to, by the caller's words or the channel the agent named. A person decides (R-S4). */
export function scopeOf(rules: ScopeRules, talk: Talk, restatement: Restatement | null): ScopeDecision {
  const said = talk.citizen.map((turn) => (turn.text.length > longTurn ? turn.text.slice(0, opening) : turn.text));
  const texts = [...said, ...(restatement?.confirmed ? [restatement.turn.text] : [])];
  const all = texts.join("。");
  const refusal = refusalOf(rules.scope, talk);
  if (refusal) return decision(refusal.exclusion, `坐席：“${refusal.words}”`);
  const isTaken = isTakenByAgent(rules, talk);
  for (const exclusion of [...rules.scope.exclusions].sort((a, b) => a.order - b.order)) {
    if (isTaken && exclusion.refused) continue;
    const words = hears(rules, exclusion, talk, texts, all);
    if (words !== null) return decision(exclusion, words);
  }
  const clause = rules.scope.accepts[0]?.clause ?? "";
  return { scope: "受理", why: `${clause}：没有听到应由其他渠道处理的情况`, urgentClass: null };
}
