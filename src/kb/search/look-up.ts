import { hashOf } from "./bags.ts";
import { leadOf } from "./question.ts";
import { type BaseStatistics, wordRarity } from "./statistics.ts";

export type WeighedWord = { word: string; weight: number };

const wordsLookedUp = 48;
/** Every article that has a looked-up word is touched: rare words first, and no more once these are many. */
const articlesTouched = 6_000;
const wordsAtLeast = 4;
const leadBonus = 1.5;

/**
 * The words of a question that are looked up with what each counts: rare ones, those said often, and those of the first
 * sentence. `words`: distinct words of `text`; `added`: what the bridge adds, with how surely.
 */
export function lookedUp(
  text: string,
  words: readonly string[],
  added: readonly { word: string; share: number }[],
  statistics: BaseStatistics,
): WeighedWord[] {
  const lead = leadOf(text).toLowerCase();
  const said = words.map((word) => ({
    word,
    weight:
      wordRarity(statistics, hashOf(word)) *
      (1 + Math.log(Math.max(1, text.split(word).length - 1))) *
      (lead.includes(word) ? leadBonus : 1),
  }));
  const linked = added
    .filter(({ word }) => !words.includes(word))
    .map(({ word, share }) => ({ word, weight: share * wordRarity(statistics, hashOf(word)) }));
  const ordered = [...said, ...linked].sort((left, right) => right.weight - left.weight);
  return withinBudget(ordered, statistics);
}

function withinBudget(ordered: readonly WeighedWord[], statistics: BaseStatistics): WeighedWord[] {
  const kept: WeighedWord[] = [];
  let touched = 0;
  for (const each of ordered.slice(0, wordsLookedUp)) {
    touched += statistics.words[hashOf(each.word)] ?? 0;
    if (touched > articlesTouched && kept.length >= wordsAtLeast) continue;
    kept.push({ ...each, weight: Math.max(each.weight, 0.01) });
  }
  return kept;
}
