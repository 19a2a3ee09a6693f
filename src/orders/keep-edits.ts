import { isDeepStrictEqual } from "node:util";
import type { Draft, Elements } from "./schema.ts";
import type { Order, OrderEdit } from "./store.ts";

/** Fields of a draft that belong to one question; a person's answer to it keeps them all. */
const questions: readonly (readonly (keyof Draft)[])[] = [
  ["kind", "kindConfidence", "kindWhy"],
  ["urgent", "urgentClass", "urgentWhy"],
  ["scope", "scopeWhy"],
  ["category"],
  ["district"],
  ["street"],
  ["confidential"],
  ["title"],
  ["summary"],
];

/** The fields that people changed and did not take back. In: the edits of an order, oldest first. */
export function editedFields(edits: readonly Pick<OrderEdit, "field" | "before" | "after">[]): ReadonlySet<string> {
  const first = new Map<string, unknown>();
  const last = new Map<string, unknown>();
  for (const { field, before, after } of edits) {
    if (!first.has(field)) first.set(field, before);
    last.set(field, after);
  }
  return new Set(
    [...last].filter(([field, after]) => !isDeepStrictEqual(after, first.get(field))).map(([field]) => field),
  );
}

/** A newer draft with everything in it that people decided in the order as it stands. Pure. */
export function keepEdits(present: Order, edited: ReadonlySet<string>, draft: Draft): Draft {
  const kept = questions.filter((fields) => fields.some((field) => edited.has(field))).flat();
  return {
    ...draft,
    ...Object.fromEntries(kept.map((field) => [field, present[field]])),
    elements: { ...draft.elements, ...typedIn(present.elements) },
  };
}

/** What people typed. */
export const typedIn = (elements: Elements): Elements =>
  Object.fromEntries(Object.entries(elements).filter(([, element]) => element.engine === "human"));
