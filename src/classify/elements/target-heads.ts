import type { Talk } from "../talk/talk.ts";
import { openingOf } from "./scene.ts";
import { accused, type Candidate } from "./target-candidates.ts";
import type { Heard } from "./target-features.ts";
import type { Add } from "./target-signs.ts";

type Heads = Talk["listening"]["targetParts"]["heads"];

const indexes = new WeakMap<Heads, ReadonlyMap<string, string>>();
const headMax = 6;

function indexOf(heads: Heads): ReadonlyMap<string, string> {
  const known = indexes.get(heads);
  if (known) return known;
  const index = new Map(Object.entries(heads).flatMap(([sort, words]) => words.map((word) => [word, sort] as const)));
  indexes.set(heads, index);
  return index;
}

/** What sort of party each head word names. */
export function headIndex({ listening }: Talk): ReadonlyMap<string, string> {
  return indexOf(listening.targetParts.heads);
}

/** The longest head word that the name ends in, and what sort of party it names: 宏远|驾校 is a school. */
export function headOf(talk: Talk, name: string): { readonly word: string; readonly sort: string } | null {
  const index = headIndex(talk);
  for (let length = Math.min(headMax, name.length); length > 0; length -= 1) {
    const word = name.slice(-length);
    const sort = index.get(word);
    if (sort) return { word, sort };
  }
  return null;
}

const noParty = new Set(["money", "paper", "abstract", "goods"]);

/** What sort of party the caller complains of at first: 我要投诉一个网吧 tells that a shop is looked for, whose name may come later. */
export function accusedSorts(talk: Talk): { readonly sorts: ReadonlySet<string>; readonly words: readonly string[] } {
  const heads = openingOf(talk)
    .flatMap((turn) => accused(talk, turn))
    .flatMap(({ value }) => headOf(talk, value) ?? [])
    .filter(({ sort }) => !noParty.has(sort));
  return { sorts: new Set(heads.map(({ sort }) => sort)), words: heads.map(({ word }) => word) };
}

/** Marks the party of the sort that the caller complains of. */
export function addAccusedSort(
  add: Add,
  talk: Talk,
  value: string,
  { sorts, words }: ReturnType<typeof accusedSorts>,
): void {
  const head = sorts.size > 0 ? headOf(talk, value) : null;
  if (!head || !sorts.has(head.sort)) return;
  const isNamed = value.length - head.word.length >= 2;
  add("accusedSort");
  if (isNamed) add("accusedSortNamed");
  if (words.includes(head.word)) add(isNamed ? "accusedWordNamed" : "accusedWord");
}

/** Marks the sort of party by kind, scope and urgency of the call, and whether a name stands before the word for it. */
export function addHeadWord(add: Add, talk: Talk, { value }: Candidate, heard: Heard): void {
  const head = headOf(talk, value);
  const sort = head?.sort ?? "none";
  add(`head:${sort}`);
  add(`head:${sort}:${heard.kind}`);
  if (heard.urgentClass) add(`head:${sort}:${heard.urgentClass}`);
  if (heard.scope !== "受理") add(`head:${sort}:${heard.scope}`);
  if (head && value.length - head.word.length >= 2) add(`headNamed:${sort}`);
}
