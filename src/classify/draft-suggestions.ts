import { createHash } from "node:crypto";
import type { Draft, Order } from "../orders/index.ts";
import type { Candidate, NewSuggestion } from "../platform/suggestions.ts";

/** What the draft proposes and a person will decide, one row a question. */
export function draftSuggestions(order: Order, draft: Draft, engineVersion: string): NewSuggestion[] {
  const inputHash = createHash("sha256").update(JSON.stringify(draft.elements)).digest("hex");
  const row = (what: string, candidates: Candidate[]): NewSuggestion => ({
    subject: `order:${order.id}`,
    what,
    candidates,
    engine: "rules",
    engineVersion,
    inputHash,
  });
  const one = (value: string, confidence: number, why: string): Candidate[] => [
    { value, confidence, why, evidence: [] },
  ];
  return [
    row("kind", one(draft.kind, draft.kindConfidence, draft.kindWhy)),
    row("urgent", one(draft.urgentClass ?? draft.urgent, 1, draft.urgentWhy)),
    row("scope", one(draft.scope, 1, draft.scopeWhy)),
    row(
      "category",
      draft.category.candidates.map(({ item, confidence, level1 }) => ({
        value: item,
        confidence,
        why: level1,
        evidence: [],
      })),
    ),
  ];
}
