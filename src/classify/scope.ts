import type { Scope, UrgentClass } from "../orders/index.ts";
import { everyMatch, firstMatch, type Match, type PartRules, says } from "../platform/rules/index.ts";
import { isTakenByAgent, refusalOf } from "./refusal.ts";
import type { Restatement } from "./talk/restatement.ts";
import { asSaid, type Talk, type Turn } from "./talk/talk.ts";
import { frameOf } from "./urgency-frames.ts";
import { pastOf } from "./urgency-over.ts";

/** What scope is judged by; the frames are those of urgency: what is told, feared or fictional is no matter for 119. */
type ScopeRules = Pick<PartRules, "scope" | "urgency">;
type Exclusion = PartRules["scope"]["exclusions"][number];

export type ScopeDecision = { readonly scope: Scope; readonly why: string; readonly urgentClass: UrgentClass | null };

const contextChars = 16;
/** What a long message is about stands at its beginning; later it mentions much in passing. Characters. */
const longTurn = 150;
const opening = 120;

type Words = { readonly turn: Turn; readonly text: string };

/** Past, feared or only settled afterwards: no matter for an emergency line. Judged around the words, and as urgency judges what is over. */
function isNow(rules: ScopeRules, talk: Talk, { turn, text }: Words, { index, length }: Match): boolean {
  const around = text.slice(Math.max(0, index - contextChars), index + length + contextChars);
  if (says(rules.scope.past, around)) return false;
  const end = index + length;
  if (frameOf(rules.urgency.frames, { text, start: index, end, threat: false }) !== null) return false;
  return pastOf(rules.urgency, talk, { signal: null, turn, start: index, end }, "突发事件") === null;
}

function wordsOfCitizen(rules: ScopeRules, exclusion: Exclusion, talk: Talk, said: readonly Words[]): string | null {
  for (const words of said) {
    const found = everyMatch(exclusion.citizen, words.text).find(
      (match) => !exclusion.now || isNow(rules, talk, words, match),
    );
    if (found) return found.text;
  }
  return null;
}

/** Whether the agent ended the call: with the closing phrase, or by taking the matter on with the last words. */
function isEnded(rules: ScopeRules, talk: Talk): boolean {
  const last = talk.agent.at(-1);
  return (
    talk.agent.some((turn) => says(rules.urgency.closing, turn.text)) ||
    (last !== undefined && says(rules.scope.taken, last.text))
  );
}

/** Whether the agent closed the call without sending the caller to the emergency line, which is what such a matter needs first. */
function isClosedWithoutLine(rules: ScopeRules, { directs }: Exclusion, talk: Talk): boolean {
  return isEnded(rules, talk) && !talk.agent.some((turn) => says(directs, turn.text));
}

/** The emergency lines of S4 5.2.2.2 a. */
const isLine = ({ now }: Exclusion): boolean => now === true;

/**
 * Scope of a call in which somebody threatens: what drove him to it (车祸, 吐血), or he would do (炸了), belongs to no
 * emergency line where the agent answered him and did not send him there; the hotline itself reports threats (R-C4).
 */
export function scopeBesideThreat(rules: ScopeRules, talk: Talk, decision: ScopeDecision): ScopeDecision {
  const line = rules.scope.exclusions.find((each) => isLine(each) && each.scope === decision.scope);
  const isSent = talk.agent.some(({ text }) => says(line?.directs, text));
  const answers = [rules.urgency.closing, rules.scope.taken, rules.urgency.dissuades, rules.urgency.alarm];
  const isAnswered = talk.agent.some(({ text }) => answers.some((words) => says(words, text)));
  if (!line || isSent || !isAnswered) return decision;
  return { scope: "受理", why: `${acceptedBy(rules)}：扬言由热线上报，坐席没有引导到${line.scope}`, urgentClass: null };
}

/** Whether a matter may belong to the emergency line, by what the agent did. */
export function mayBelongTo(rules: ScopeRules, line: Scope, talk: Talk): boolean {
  const exclusion = rules.scope.exclusions.find(({ scope }) => scope === line);
  return exclusion !== undefined && !isClosedWithoutLine(rules, exclusion, talk);
}

/** Whether the agent, who took the matter on, never pointed to the channel: what the caller tells of it is by the way (让我们打官司). */
function isAnotherMatter({ advice, agent }: Exclusion, talk: Talk): boolean {
  return advice !== undefined && !talk.agent.some(({ text }) => says(advice, text) || says(agent, text));
}

function hears(
  rules: ScopeRules,
  exclusion: Exclusion,
  talk: Talk,
  said: readonly Words[],
  all: string,
): string | null {
  if (exclusion.unless && says(exclusion.unless, all)) return null;
  for (const turn of talk.agent) {
    const found = firstMatch(exclusion.agent, turn.text);
    if (found) return `坐席：“${asSaid(talk, found.text)}”`;
  }
  const words =
    exclusion.now && isClosedWithoutLine(rules, exclusion, talk) ? null : wordsOfCitizen(rules, exclusion, talk, said);
  if (words === null || (exclusion.and && !says(exclusion.and, all))) return null;
  return `来电人：“${asSaid(talk, words)}”`;
}

function decision({ scope, clause, text, urgentClass }: Exclusion, words: string): ScopeDecision {
  return { scope, why: `${clause}（${text}）：${words}`, urgentClass: urgentClass ?? null };
}

const acceptedBy = ({ scope }: ScopeRules): string => scope.accepts[0]?.clause ?? "";

/** 受理范围: which channel the matter belongs to, by the caller's words or the channel the agent named. A person decides (R-S4). */
export function scopeOf(rules: ScopeRules, talk: Talk, restatement: Restatement | null): ScopeDecision {
  const told = talk.citizen.map((turn) => {
    return { turn, text: turn.text.length > longTurn ? turn.text.slice(0, opening) : turn.text };
  });
  const restated = restatement?.confirmed ? [{ turn: restatement.turn, text: restatement.turn.text }] : [];
  const said = [...told, ...restated];
  const all = said.map(({ text }) => text).join("。");
  const refusal = refusalOf(rules.scope, talk);
  if (refusal) return decision(refusal.exclusion, `坐席：“${refusal.words}”`);
  const isTaken = isTakenByAgent(rules, talk);
  for (const exclusion of [...rules.scope.exclusions].sort((a, b) => a.order - b.order)) {
    if (isTaken && (exclusion.refused || isAnotherMatter(exclusion, talk))) continue;
    const words = hears(rules, exclusion, talk, said, all);
    if (words !== null) return decision(exclusion, words);
  }
  return { scope: "受理", why: `${acceptedBy(rules)}：没有听到应由其他渠道处理的情况`, urgentClass: null };
}
