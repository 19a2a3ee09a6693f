import type { Kind, Scope } from "../orders/index.ts";
import { type PartRules, says } from "../platform/rules/index.ts";
import type { Talk } from "./talk/talk.ts";

/** Agent turns shorter than this give no answer. */
const answerMin = 16;

/**
 * Whether the agent answered the consultation in the call itself. A matter of another place is redirected and a secret is
 * refused: neither is an answer (scopes are data of the rules).
 */
export function isAnsweredDirectly(rules: PartRules["kinds"], talk: Talk, kind: Kind, scope: Scope): boolean {
  if (kind !== "咨询" || rules.unanswered?.includes(scope)) return false;
  return talk.agent.some(
    (turn) =>
      turn.text.length >= answerMin &&
      (says(talk.listening.answers.given, turn.text) || says(rules.answered, turn.text)),
  );
}
