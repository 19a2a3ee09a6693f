import type { Matchers } from "./schema/common.ts";

export type Match = { index: number; length: number; text: string };
export type Matcher = (text: string) => Match | null;

const compiled = new WeakMap<object, Matcher>();

function escapeWord(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/** One expression for all words and patterns: longer words first, so that at one place the longest wins. */
function union(words: readonly string[] = [], patterns: readonly string[] = []): RegExp | null {
  const sources = [...words].sort((a, b) => b.length - a.length).map(escapeWord);
  const all = [...patterns.map((pattern) => `(?:${pattern})`), ...sources];
  return all.length > 0 ? new RegExp(all.join("|"), "gu") : null;
}

function findAll(expression: RegExp, text: string): Match[] {
  return [...text.matchAll(expression)]
    .filter((found) => found[0].length > 0)
    .map((found) => ({ index: found.index, length: found[0].length, text: found[0] }));
}

function covers(outer: Match, inner: Match): boolean {
  return outer.index <= inner.index && outer.index + outer.length >= inner.index + inner.length;
}

/**
 * Turns matchers into a function: text -> first match that does not lie inside a notCue or notPattern match, or null.
 * Compiled once for each object, since engines call it for every utterance. Patterns were checked when the rules were loaded.
 */
export function compileMatchers(matchers: Readonly<Matchers>): Matcher {
  const known = compiled.get(matchers);
  if (known) return known;
  const wanted = union(matchers.cues, matchers.patterns);
  const unwanted = union(matchers.notCues, matchers.notPatterns);
  const matcher: Matcher = (text) => {
    if (!wanted) return null;
    const found = findAll(wanted, text);
    if (found.length === 0) return null;
    const blocked = unwanted ? findAll(unwanted, text) : [];
    return found.find((match) => !blocked.some((outer) => covers(outer, match))) ?? null;
  };
  compiled.set(matchers, matcher);
  return matcher;
}
