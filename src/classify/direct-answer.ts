import type { Kind, Scope } from "../orders/index.ts";
import { says } from "../platform/rules/index.ts";
import type { Talk } from "./talk/talk.ts";

/** Agent turns shorter than this give no answer. */
const answerMin = 16;

/** Whether the agent answered the consultation in the call itself. A matter of another place is redirected, not answered. */
export function isAnsweredDirectly(talk: Talk, kind: Kind, scope: Scope): boolean {
  if (kind !== "咨询" || scope === "辖区外") return false;
  return talk.agent.some((turn) => turn.text.length >= answerMin && says(talk.listening.answers.given, turn.text));
}
