import type { Rules } from "../platform/rules/index.ts";
import { type TermFinder, termFinder } from "../platform/term-finder.ts";

export type CategoryRules = Pick<Rules, "items" | "distinctions">;

/** A term of one item: how much it says of that item, more for a term that few items share. */
type Posting = { item: number; weight: number };

export type CategoryIndex = {
  find: TermFinder;
  postings: ReadonlyMap<string, readonly Posting[]>;
  notCues: ReadonlyMap<string, readonly number[]>;
  itemAt: ReadonlyMap<string, number>;
};

const indexes = new WeakMap<object, CategoryIndex>();

/** Names and aliases weigh as the heaviest cues of the rules do (categories.yaml: 1 weak to 4 nearly only this item). */
const nameWeight = 4;
const aliasWeight = 3.5;

/** The heaviest use of each term by each item. */
function collect(rules: CategoryRules): Map<string, Map<number, number>> {
  const terms = new Map<string, Map<number, number>>();
  const add = (text: string, item: number, weight: number): void => {
    const term = text.toLowerCase();
    const uses = terms.get(term) ?? new Map<number, number>();
    uses.set(item, Math.max(uses.get(item) ?? 0, weight));
    terms.set(term, uses);
  };
  rules.items.forEach((item, at) => {
    add(item.name, at, nameWeight);
    for (const alias of item.aliases) add(alias, at, aliasWeight);
    for (const cue of item.cues) add(cue.text, at, cue.weight);
  });
  return terms;
}

/** A longer term says more than a short one; a term of many items says little of each. */
function specificity(term: string, items: number, all: number): number {
  const length = [...term].length;
  const byLength = length === 1 ? 0.5 : Math.min(0.8 + length * 0.1, 1.4);
  return byLength * (Math.log(1 + all / items) / Math.log(1 + all));
}

function weigh(rules: CategoryRules): Map<string, Posting[]> {
  const postings = new Map<string, Posting[]>();
  for (const [term, uses] of collect(rules)) {
    const share = specificity(term, uses.size, rules.items.length);
    const list = [...uses].map(([item, weight]) => ({ item, weight: weight * share }));
    postings.set(term, list);
  }
  return postings;
}

function itemsByNotCue(rules: CategoryRules): Map<string, number[]> {
  const notCues = new Map<string, number[]>();
  rules.items.forEach((item, at) => {
    for (const word of item.notCues) {
      const term = word.toLowerCase();
      notCues.set(term, [...(notCues.get(term) ?? []), at]);
    }
  });
  return notCues;
}

function build(rules: CategoryRules): CategoryIndex {
  const postings = weigh(rules);
  const notCues = itemsByNotCue(rules);
  const telling = rules.distinctions.distinctions.flatMap((entry) => [...entry.all.flat(), ...(entry.unless ?? [])]);
  // Packs name items as their source does; a city may have renamed them.
  const names = rules.items.flatMap((item, at) => [[item.sourceName, at] as const, [item.name, at] as const]);
  return {
    find: termFinder([...postings.keys(), ...notCues.keys(), ...telling]),
    postings,
    notCues,
    itemAt: new Map(names),
  };
}

/** The search index over all words of the rules, built once for each loaded rules object. */
export function categoryIndex(rules: CategoryRules): CategoryIndex {
  const known = indexes.get(rules.items);
  if (known) return known;
  const index = build(rules);
  indexes.set(rules.items, index);
  return index;
}
