import type { Rules } from "../platform/rules/index.ts";
import { type TermFinder, termFinder } from "../platform/term-finder.ts";

export type RoutingRules = Pick<Rules, "agencies" | "city" | "routing">;

/** A word of one duty of one agency (places in `rules.agencies`); weighs more the fewer agencies share it. */
export type DutyWord = { agency: number; duty: string; weight: number };

export type AgencyIndex = {
  find: TermFinder;
  words: ReadonlyMap<string, readonly DutyWord[]>;
  notCues: ReadonlyMap<string, readonly { agency: number; duty: string }[]>;
  byItem: ReadonlyMap<string, readonly { agency: number; duty: string }[]>;
  findName: TermFinder;
  byName: ReadonlyMap<string, number>;
};

const indexes = new WeakMap<object, AgencyIndex>();

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** A longer word says more, one that many agencies share less of each; one that also names a body may only mention it. */
function weigh(term: string, agencies: number, isName: boolean): number {
  const byLength = term.length === 1 ? 0.5 : Math.min(0.7 + term.length * 0.15, 1.6);
  return ((isName ? 1 : 2) * byLength) / agencies ** 0.7;
}

function dutyWords(rules: RoutingRules): Map<string, DutyWord[]> {
  const uses = new Map<string, { agency: number; duty: string }[]>();
  rules.agencies.forEach((agency, at) => {
    if (!agency.organizer) return;
    for (const { duty, cues } of agency.duties) {
      for (const word of new Set([duty, ...cues])) push(uses, word.toLowerCase(), { agency: at, duty });
    }
  });
  const names = new Set(rules.agencies.flatMap((agency) => agency.aliases));
  const words = new Map<string, DutyWord[]>();
  for (const [term, list] of uses) {
    const weight = weigh(term, new Set(list.map((use) => use.agency)).size, names.has(term));
    words.set(
      term,
      list.map((use) => ({ ...use, weight })),
    );
  }
  return words;
}

function build(rules: RoutingRules): AgencyIndex {
  const words = dutyWords(rules);
  const notCues = new Map<string, { agency: number; duty: string }[]>();
  const byItem = new Map<string, { agency: number; duty: string }[]>();
  const byName = new Map<string, number>();
  rules.agencies.forEach((agency, at) => {
    if (!agency.organizer) return;
    for (const { duty, notCues: not, items } of agency.duties) {
      for (const word of not ?? []) push(notCues, word.toLowerCase(), { agency: at, duty });
      for (const item of items) push(byItem, item, { agency: at, duty });
    }
    for (const name of [...agency.aliases, agency.name]) byName.set(name.toLowerCase(), at);
  });
  return {
    find: termFinder([...words.keys(), ...notCues.keys()]),
    words,
    notCues,
    byItem,
    findName: termFinder(byName.keys()),
    byName,
  };
}

/** Search index over the duty list and the names of all bodies that take orders, built once for each loaded rules object. */
export function agencyIndex(rules: RoutingRules): AgencyIndex {
  const known = indexes.get(rules.agencies);
  if (known) return known;
  const index = build(rules);
  indexes.set(rules.agencies, index);
  return index;
}
