import type { Rules } from "../../platform/rules/index.ts";
import { hashOf } from "./bags.ts";
import { type NameMatch, nameFinder } from "./names.ts";
import { articlesBeside, type BaseStatistics } from "./statistics.ts";
import { type Turn, turnFinder } from "./turns.ts";

/** A matter of the rules under all its names; `isLight`: what is done or by whom, not what it is about. */
export type Matter = { words: readonly string[]; group: number; isLight: boolean };

/** All matters of the rules and what finds them: in an article by their names, in what a caller says by turns of speech too. */
export type MatterBook = {
  matters: readonly Matter[];
  writtenIn: (plain: string) => Int32Array;
  saidIn: (plain: string) => Int32Array;
};

/**
 * Stands for what a caller says between two parts of a turn of speech: 户口~迁 is said in 户口怎么往这边迁. Before a word it marks one
 * that only callers say, as ~园, and which counts only where it is no part of another name.
 */
export const gapMark = "~";

const byRules = new WeakMap<Rules["synonyms"], MatterBook>();

/** The matters of these rules, read once. */
export function matterBook({ synonyms }: Pick<Rules, "synonyms">): MatterBook {
  const book = byRules.get(synonyms) ?? readMatters(synonyms);
  byRules.set(synonyms, book);
  return book;
}

function readMatters({ groups }: Rules["synonyms"]): MatterBook {
  const matters = groups.flatMap(({ light, matters: lines }, group) =>
    lines.map((line) => ({ names: line.toLowerCase().split(/\s+/u), group, isLight: light })),
  );
  const written = new Map<string, number[]>();
  const spoken = new Map<string, number[]>();
  const turns: Turn[] = [];
  for (const [id, { names }] of matters.entries())
    for (const name of names) {
      const parts = name.split(gapMark).filter(Boolean);
      if (parts.length > 1) turns.push({ parts, id });
      else for (const part of parts) addTo(isWritten(name) ? written : spoken, part, id);
    }
  const [findNames, findSpoken] = [nameFinder([...written.keys()]), nameFinder([...spoken.keys()])];
  const [idsOfNames, idsOfSpoken] = [idsBy(written), idsBy(spoken)];
  const findTurns = turnFinder(turns);
  return {
    matters: matters.map(({ names, group, isLight }) => ({ words: names.filter(isWritten), group, isLight })),
    writtenIn: (plain) => asIds(idsOfNames(findNames(plain))),
    saidIn: (plain) => {
      const names = findNames(plain);
      const alone = findSpoken(plain).filter((word) => !names.some((name) => isWithin(word, name)));
      return asIds([...new Set([...idsOfNames(names), ...idsOfSpoken(alone), ...findTurns(plain)])]);
    },
  };
}

function addTo(ids: Map<string, number[]>, name: string, id: number): void {
  ids.set(name, [...(ids.get(name) ?? []), id]);
}

/** What names stand for, by their place among the keys. */
function idsBy(ids: ReadonlyMap<string, readonly number[]>): (found: readonly NameMatch[]) => number[] {
  const byName = [...ids.values()];
  return (found) => {
    const all: number[] = [];
    for (const { name } of found) for (const id of byName[name] ?? []) if (!all.includes(id)) all.push(id);
    return all;
  };
}

/** Whether a word is but a part of a longer name: 园 of 公园. */
const isWithin = (word: NameMatch, name: NameMatch): boolean =>
  name.start <= word.start && word.end <= name.end && name.end - name.start > word.end - word.start;

/** Nested names count too: who asks for the standard of an allowance asks about the allowance. */
const asIds = (ids: readonly number[]): Int32Array => new Int32Array(ids).sort();

const isWritten = (name: string): boolean => !name.includes(gapMark);

const kept = new WeakMap<MatterBook, { statistics: BaseStatistics; articles: number; rarities: Float64Array }>();

/** How rare each matter is in this base: its most common name counts. Kept as long as the counts are the same. */
export function matterRarities(book: MatterBook, statistics: BaseStatistics): Float64Array {
  const known = kept.get(book);
  if (known && known.statistics === statistics && known.articles === statistics.articles) return known.rarities;
  const all = 1 + articlesBeside + statistics.articles;
  const rarities = Float64Array.from(book.matters, ({ words }) =>
    Math.log(all / (1 + Math.max(...words.map((word) => articlesWith(word, statistics))))),
  );
  kept.set(book, { statistics, articles: statistics.articles, rarities });
  return rarities;
}

const longestCounted = 3;

/** In how many articles a name stands, at most: a long one in no more than its rarest part. */
function articlesWith(word: string, { grams }: BaseStatistics): number {
  const length = Math.min(longestCounted, word.length);
  let least = Number.POSITIVE_INFINITY;
  for (let from = 0; from + length <= word.length; from += 1)
    least = Math.min(least, grams[hashOf(word.slice(from, from + length))] ?? 0);
  return least;
}
