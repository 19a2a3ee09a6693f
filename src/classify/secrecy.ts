import type { Scope } from "../orders/index.ts";
import { says } from "../platform/rules/index.ts";
import type { Talk } from "./talk/talk.ts";

/** Who asks for a secret speaks of secrecy without wishing any for himself. */
const secrets: readonly Scope[] = ["国家秘密", "商业秘密", "个人隐私"];

/**
 * 保密诉求 (R-V7): whether the caller wishes that nobody hears who called, in his own words or as the agent promises it to him.
 * Who then says that no secrecy is needed has none.
 */
export function wishesSecrecy({ turns, listening }: Talk, scope: Scope): boolean {
  if (secrets.includes(scope)) return false;
  let isWished = false;
  for (const { role, text } of turns) {
    const isWaived = role === "citizen" && says(listening.confidentialWaived, text);
    if (isWaived) isWished = false;
    if (says(role === "citizen" ? listening.confidential : listening.confidentialPromise, text)) isWished = true;
  }
  return isWished;
}
