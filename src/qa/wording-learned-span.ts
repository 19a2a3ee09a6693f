import { confidencesOf, type Example, type Model } from "../platform/learn/index.ts";
import { type Clause, clausesOf } from "../platform/text/index.ts";
import type { Span } from "./wording-span.ts";

/** Label of a clause that a find rests on, for the model that tells clauses apart. */
export const insideLabel = "inside";
export const outsideLabel = "outside";

/** Clauses next to the surest one belong to the find from this confidence on. */
const alsoInside = 0.5;

/** What the model reads of a clause: its words, and whether others stand before and behind it. */
export function clauseExample(clauses: readonly Clause[], at: number): Example {
  const flags = [at > 0 ? "has before" : "first", at < clauses.length - 1 ? "has after" : "last"];
  return { fields: [clauses[at]?.text ?? ""], flags };
}

/** The clauses that a find of the model rests on: the surest, and its neighbours where they belong to it. */
export function learnedSpan(model: Model, masked: string): Span {
  const clauses = clausesOf(masked);
  const place = model.labels.indexOf(insideLabel);
  const shares = clauses.map((_, at) => confidencesOf(model, clauseExample(clauses, at))[place] ?? 0);
  const surest = shares.indexOf(Math.max(...shares));
  let [first, last] = [surest, surest];
  while ((shares[first - 1] ?? 0) >= alsoInside) first -= 1;
  while ((shares[last + 1] ?? 0) >= alsoInside) last += 1;
  return { start: clauses[first]?.start ?? 0, end: clauses[last]?.end ?? masked.length };
}
