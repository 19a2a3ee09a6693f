import type { Example } from "../platform/learn/index.ts";
import { clausesOf } from "../platform/text/index.ts";
import { leadingShare } from "./wording-judge.ts";
import type { Span } from "./wording-span.ts";
import type { WordingModel } from "./wording-weights.ts";

/** Asking about every clause of an endless speech would take too long. */
const clausesMax = 12;

/** The clause without which the sentence would lead least: what the model's find rests on. */
export function learnedSpan(model: WordingModel, masked: string, example: Example): Span {
  const whole = { start: 0, end: masked.length };
  const clauses = clausesOf(masked).slice(0, clausesMax);
  if (typeof example === "string" || clauses.length < 2) return clauses[0] ?? whole;
  const [, ...others] = example.fields;
  let found: Span = whole;
  let least = Number.POSITIVE_INFINITY;
  for (const { start, end } of clauses) {
    const rest = masked.slice(0, start) + masked.slice(end);
    const share = leadingShare(model, { ...example, fields: [rest, ...others] });
    if (share >= least) continue;
    least = share;
    found = { start, end };
  }
  return found;
}
