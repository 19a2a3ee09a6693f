import type { Category, Kind, Scope, UrgentClass } from "../orders/index.ts";
import { covers, longestMatches, type TermMatch } from "../platform/term-finder.ts";
import { contextShare } from "../platform/term-finder-context.ts";
import { type CategoryIndex, type CategoryRules, categoryIndex } from "./category-index.ts";

/** What was said. `restatement` is what the agent read back; `event` the drafted event. `kind` is for the learned engine, the cold start goes by words. */
export type CategoryInput = {
  citizenText: string;
  restatement: string;
  event: string | null;
  kind: Kind;
  scope?: Scope;
  urgentClass?: UrgentClass | null;
};

type Term = TermMatch & { share: number };
type Heard = { words: ReadonlySet<string>; terms: readonly Term[]; nots: readonly TermMatch[]; weight: number };
type Distinction = CategoryRules["distinctions"]["distinctions"][number];
type Score = { total: number; words: { term: string; weight: number }[] };

const focusWeight = 2;
const plainWeight = 1;
/** Callers open with their matter; later words are more often things met on the way. */
const openingWeight = 1.25;
const openingCount = 80;
const repeatShare = 0.1;
/** Points of one unit of `gain` in distinctions.yaml, on the scale of cue weights. */
const distinctionWeight = 3.5;
const temperature = 2;
/** Mass of "none of these": what keeps a single weak word from looking sure. Chosen by hand just below the two-fold fits (20 and 30 at temperature 2). */
const doubt = 16;
const candidateCount = 5;

function hear(index: CategoryIndex, text: string, weight: number): Heard {
  const all = index.find(text);
  const terms = longestMatches(all.filter((match) => index.postings.has(match.term))).map((match) => ({
    ...match,
    share: contextShare(text, match),
  }));
  const nots = all.filter((match) => index.notCues.has(match.term));
  return { words: new Set(all.map((match) => match.term)), terms, nots, weight };
}

/** Weight of each term by item: the best place it was heard in, a little more when it comes back. Words inside a notCue of the item do not count. */
function gather(index: CategoryIndex, heard: readonly Heard[]): Map<number, Map<string, number>> {
  const byItem = new Map<number, Map<string, number>>();
  for (const { terms, nots, weight } of heard) {
    for (const match of terms) {
      const blocks = nots.filter((not) => covers(not, match)).flatMap((not) => index.notCues.get(not.term) ?? []);
      for (const posting of index.postings.get(match.term) ?? []) {
        if (blocks.includes(posting.item)) continue;
        const words = byItem.get(posting.item) ?? new Map<string, number>();
        const now = posting.weight * weight * match.share;
        const before = words.get(match.term) ?? 0;
        words.set(match.term, Math.max(before, now) + (before > 0 ? posting.weight * match.share * repeatShare : 0));
        byItem.set(posting.item, words);
      }
    }
  }
  return byItem;
}

/** The first words of an item count whole, each further one less: ten weak words are not one strong one. */
function sum(terms: ReadonlyMap<string, number>): Score {
  const words = [...terms].map(([term, weight]) => ({ term, weight })).sort((a, b) => b.weight - a.weight);
  return { words, total: words.reduce((total, word, at) => total + word.weight * 0.7 ** at, 0) };
}

/** Whether the call has the verdict that an entry is for: a fire that belongs to 119 is one, whatever shop it broke out in. */
function isOfVerdict({ scopes, urgentClasses }: Distinction, { scope, urgentClass }: CategoryInput): boolean {
  const isOfScope = !scopes || scopes.some((each) => each === scope);
  return isOfScope && (!urgentClasses || urgentClasses.some((each) => each === urgentClass));
}

/** Applies the entries that tell neighbouring items apart: whole when heard in what matters most, less when only somewhere. */
function distinguish(
  rules: CategoryRules,
  index: CategoryIndex,
  heard: readonly Heard[],
  scores: Map<number, Score>,
  input: CategoryInput,
): void {
  const everywhere = new Set(heard.flatMap(({ words }) => [...words]));
  const focus = new Set(heard.filter(({ weight }) => weight > plainWeight).flatMap(({ words }) => [...words]));
  const has = (words: ReadonlySet<string>) => (word: string) => words.has(word.toLowerCase());
  for (const entry of rules.distinctions.distinctions.filter((each) => isOfVerdict(each, input))) {
    const at = index.itemAt.get(entry.item);
    if (at === undefined || entry.unless?.some(has(focus.size > 0 ? focus : everywhere))) continue;
    if (!entry.all.every((group) => group.some(has(everywhere)))) continue;
    const sure = entry.all.every((group) => group.some(has(focus)));
    const gain = entry.gain * distinctionWeight * (sure ? 1 : 0.6);
    const score = scores.get(at) ?? { total: 0, words: [] };
    const heardWords = entry.all.flatMap((group) => group.find(has(everywhere)) ?? []);
    const words = [...score.words, ...heardWords.map((term) => ({ term, weight: 0 }))];
    scores.set(at, { total: score.total + gain, words });
    for (const name of entry.against ?? []) {
      const other = scores.get(index.itemAt.get(name) ?? -1);
      if (other) other.total -= gain;
    }
  }
}

function scoreItems(rules: CategoryRules, input: CategoryInput): Map<number, Score> {
  const index = categoryIndex(rules);
  const heard = [
    hear(index, input.event ?? "", focusWeight),
    hear(index, input.restatement, focusWeight),
    hear(index, input.citizenText.slice(0, openingCount), openingWeight),
    hear(index, input.citizenText, plainWeight),
  ];
  const scores = new Map([...gather(index, heard)].map(([item, terms]) => [item, sum(terms)] as const));
  distinguish(rules, index, heard, scores, input);
  return scores;
}

/**
 * The content item of a call by the words of the rules alone (cold start). Confidence is a share among all items heard,
 * with room for doubt, so one weak word stays low. There is always an item; with no word at all it is a bare guess at confidence 0.
 */
export function categoryFor(rules: CategoryRules, input: CategoryInput): Category {
  const ranked = [...scoreItems(rules, input)].filter(([, score]) => score.total > 0);
  ranked.sort(([, a], [, b]) => b.total - a.total);
  const mass = ranked.reduce((total, [, score]) => total + Math.exp(score.total / temperature), doubt);
  const candidates = ranked.slice(0, candidateCount).flatMap(([at, score]) => {
    const item = rules.items[at];
    if (!item) return [];
    const confidence = Number((Math.exp(score.total / temperature) / mass).toFixed(3));
    return [{ level1: item.level1, item: item.name, confidence }];
  });
  const best = candidates[0];
  if (!best) {
    const last = rules.items.at(-1);
    if (!last) throw new RangeError("rules hold no items");
    return { level1: last.level1, item: last.name, confidence: 0, candidates: [], why: "没有听到内容分类的词语" };
  }
  const words = [...new Set(ranked[0]?.[1].words.map((word) => word.term))].slice(0, 5);
  return { ...best, candidates, why: `S1 二(二)2：听到“${words.join("”“")}”` };
}
