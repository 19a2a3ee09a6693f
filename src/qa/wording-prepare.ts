import type { Example } from "../platform/learn/index.ts";
import type { Rules } from "../platform/rules/index.ts";
import type { Plain } from "../platform/text/index.ts";
import { type Heard, hear, readContext } from "./wording-context.ts";
import { wordingExample } from "./wording-features.ts";
import { findHit, type Hit } from "./wording-hit.ts";
import { maskNeutral } from "./wording-mask.ts";

/** A sentence as both engines read it. `masked` is as long as the plain text. */
export type Prepared = { plain: Plain; masked: string; caller: Heard; hit: Hit | null; example: Example };

/** Makes a sentence ready: plain words, approved scripts blanked out, the caller's words, what the rules find, what the model reads. */
export function prepareWording(
  rules: Pick<Rules, "wording">,
  input: { readonly context: string; readonly text: string },
): Prepared {
  const plain = hear(rules.wording, input.text);
  const caller = readContext(rules.wording, input.context);
  const masked = maskNeutral(rules.wording, plain.text);
  const hit = findHit(rules, masked, caller);
  return { plain, masked, caller, hit, example: wordingExample(rules.wording, masked, caller, hit) };
}
