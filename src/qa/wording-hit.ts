import { firstMatch, type Rules } from "../platform/rules/index.ts";
import type { Sign, TypeEntry } from "../platform/rules/schema/wording.ts";
import type { Heard } from "./wording-context.ts";
import { isEcho } from "./wording-echo.ts";
import { type Span, widenToClause } from "./wording-span.ts";

export type Hit = { entry: TypeEntry; sign: Sign; span: Span };

/** Whether a sign may count here: what else the text holds and what the caller said last can rule it out. */
function fits(sign: Sign, text: string, callerLast: string): boolean {
  if (sign.unless && firstMatch(sign.unless, text)) return false;
  if (sign.after && !firstMatch(sign.after, callerLast)) return false;
  return !(sign.notAfter && firstMatch(sign.notAfter, callerLast));
}

/** The first sign of leading wording in the order of the rules (S4 5.5.4), unless it only repeats the caller; `text` is plain and masked. */
export function findHit(rules: Pick<Rules, "wording">, text: string, caller: Heard): Hit | null {
  for (const entry of rules.wording.types) {
    for (const sign of entry.signs) {
      const match = firstMatch(sign, text);
      if (!match || !fits(sign, text, caller.last)) continue;
      if (isEcho(sign.echo, match.text, caller, rules.wording)) continue;
      return { entry, sign, span: widenToClause(text, match) };
    }
  }
  return null;
}
