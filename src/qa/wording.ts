import { firstMatch, type Rules } from "../platform/rules/index.ts";
import type { Sign, TypeEntry } from "../platform/rules/schema/wording.ts";
import { sourceWords } from "../platform/text/index.ts";
import type { WordingVerdict } from "./schema.ts";
import { type Heard, hear, readContext } from "./wording-context.ts";
import { isEcho } from "./wording-echo.ts";
import { maskNeutral } from "./wording-mask.ts";
import { neutralFor } from "./wording-neutral.ts";
import { type Span, widenToClause } from "./wording-span.ts";

const clean: WordingVerdict = {
  leading: false,
  type: null,
  severity: null,
  span: null,
  neutral: null,
  confidence: 0.9,
};

type Hit = { entry: TypeEntry; sign: Sign; span: Span };

/** Whether a sign may count here: what else the text holds and what the caller said last can rule it out. */
function fits(sign: Sign, text: string, callerLast: string): boolean {
  if (sign.unless && firstMatch(sign.unless, text)) return false;
  if (sign.after && !firstMatch(sign.after, callerLast)) return false;
  return !(sign.notAfter && firstMatch(sign.notAfter, callerLast));
}

function findHit(rules: Pick<Rules, "wording">, text: string, caller: Heard): Hit | null {
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

/**
 * Whether an agent's sentence leads the caller, and how to say it neutrally. In: the lines before it ("市民：…" a line, may be empty) and the
 * sentence. Repeating the caller's own word, reading the whole scale and the approved scripts are neutral. `span` is an exact substring
 * of the sentence. Types stand in the order of the rules: the first that fits is told (S4 5.5.4).
 */
export function auditWording(
  rules: Pick<Rules, "wording">,
  input: { readonly context: string; readonly text: string },
): WordingVerdict {
  const plain = hear(rules.wording, input.text);
  const caller = readContext(rules.wording, input.context);
  const hit = findHit(rules, maskNeutral(rules.wording, plain.text), caller);
  if (!hit) return clean;
  const span = sourceWords(plain, hit.span.start, hit.span.end);
  if (span === "") return clean;
  return {
    leading: true,
    type: hit.entry.type,
    severity: hit.sign.severity,
    span,
    neutral: neutralFor(hit.entry, plain.text, caller.lastSource),
    confidence: hit.sign.confidence,
  };
}
