import type { Matchers } from "./schema/common.ts";

export type Match = { index: number; length: number; text: string };

/** Texts whose matches are remembered for each object: engines ask the same of the turns of one call again and again. */
const textsMax = 64;

type Expressions = {
  readonly known: Map<string, readonly Match[]>;
  readonly wanted: RegExp | null;
  readonly unwanted: RegExp | null;
};
const compiled = new WeakMap<object, Expressions>();

/** One expression for all words and patterns: longer words first, so that at one place the longest wins. */
function union(words: readonly string[] = [], patterns: readonly string[] = []): RegExp | null {
  const escaped = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const all = [...patterns.map((pattern) => `(?:${pattern})`), ...escaped];
  return all.length > 0 ? new RegExp(all.join("|"), "gu") : null;
}

function expressionsOf(matchers: Readonly<Matchers>): Expressions {
  const known = compiled.get(matchers);
  if (known) return known;
  const wanted = union(matchers.cues, matchers.patterns);
  const unwanted = union(matchers.notCues, matchers.notPatterns);
  const made = { known: new Map(), wanted, unwanted };
  compiled.set(matchers, made);
  return made;
}

function findAll(expression: RegExp, text: string): Match[] {
  // Most texts hold none: finding that out needs no list.
  if (text.search(expression) < 0) return [];
  return [...text.matchAll(expression)]
    .filter((found) => found[0].length > 0)
    .map((found) => ({ index: found.index, length: found[0].length, text: found[0] }));
}

/**
 * Every match in the text that does not lie inside a notCue or notPattern match, in text order. Matchers are compiled once
 * for each object, since engines ask for every utterance; patterns were checked when the rules were loaded.
 */
export function everyMatch(matchers: Readonly<Matchers> | undefined, text: string): readonly Match[] {
  if (!matchers) return [];
  const expressions = expressionsOf(matchers);
  const { known } = expressions;
  const before = known.get(text);
  if (before) return before;
  const found = search(expressions, text);
  if (known.size >= textsMax) known.clear();
  known.set(text, found);
  return found;
}

function search({ wanted, unwanted }: Expressions, text: string): readonly Match[] {
  if (!wanted) return [];
  const found = findAll(wanted, text);
  if (found.length === 0 || !unwanted) return found;
  const blocked = findAll(unwanted, text);
  let next = 0;
  return found.filter((match) => {
    while (next < blocked.length && endOf(blocked[next]) < match.index + match.length) next += 1;
    const outer = blocked[next];
    return outer === undefined || outer.index > match.index;
  });
}

function endOf(match: Match | undefined): number {
  return match ? match.index + match.length : 0;
}

/** First match as `everyMatch` counts them, or null. */
export function firstMatch(matchers: Readonly<Matchers> | undefined, text: string): Match | null {
  return everyMatch(matchers, text)[0] ?? null;
}

/** Whether the text holds a match as `everyMatch` counts them. */
export function says(matchers: Readonly<Matchers> | undefined, text: string): boolean {
  return everyMatch(matchers, text).length > 0;
}
