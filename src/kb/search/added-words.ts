import type { Ctx } from "../../platform/context.ts";
import type { Rules } from "../../platform/rules/index.ts";
import { longestMatches, type TermFinder, termFinder } from "../../platform/term-finder.ts";
import { wordDictionary } from "../../platform/text/index.ts";
import { plainOf } from "./bags.ts";
import { gapMark } from "./matters.ts";
import { longestSpoken } from "./question.ts";
import { type SoundLexicon, soundAlike, soundLexicon } from "./sound-alike.ts";
import type { WordLinks } from "./word-links.ts";

/** A word that was not said and may stand in the answer; `share`: how surely, 0 to 1. */
export type AddedWord = { word: string; share: number };

type Cut = (text: string) => string[];

const ruleShare = 1;
const addedAtMost = 24;
/** Shorter names of matters sound like too much else. */
const heardFrom = 3;

/** Official words for what was said, from the rules and from what this base has learned; none when the bridge is off. */
export function addedWords(
  ctx: Pick<Ctx, "config" | "rules">,
  links: WordLinks,
  { text, words }: { text: string; words: readonly string[] },
  cut: Cut,
  isKnown: (word: string) => boolean,
): AddedWord[] {
  if (!ctx.config.bridge || text.length > longestSpoken) return [];
  const known = synonymsOf(ctx.rules);
  const plain = plainOf(text);
  const read = new Set(wordDictionary().cut(plain, false));
  const misheard = soundAlike(known.sounds, plain, (word) => read.has(word) || isKnown(word));
  const shares = new Map<string, number>();
  const add = (word: string, share: number) => shares.set(word, Math.max(share, shares.get(word) ?? 0));
  const meant = misheard.flatMap((term) => [term, ...(known.official.get(term) ?? [])]);
  for (const phrase of [...officialPhrases(known, plain), ...meant])
    for (const word of [phrase, ...cut(phrase)]) add(word, ruleShare);
  for (const said of words) for (const { word, share } of links.get(said) ?? []) add(word, share);
  return [...shares]
    .filter(([word]) => !words.includes(word))
    .map(([word, share]) => ({ word, share }))
    .sort((left, right) => right.share - left.share)
    .slice(0, addedAtMost);
}

/** Official phrases of the rules for what plain text says; no sounds. */
export const meantPhrases = (rules: Rules, plain: string): string[] => officialPhrases(synonymsOf(rules), plain);

type Synonyms = { find: TermFinder; official: ReadonlyMap<string, readonly string[]>; sounds: SoundLexicon };

const byRules = new WeakMap<Rules, Synonyms>();

const officialPhrases = ({ find, official }: Synonyms, plain: string): string[] =>
  longestMatches(find(plain)).flatMap(({ term }) => official.get(term) ?? []);

function synonymsOf(rules: Rules): Synonyms {
  const known = byRules.get(rules) ?? readSynonyms(rules);
  byRules.set(rules, known);
  return known;
}

function readSynonyms({ synonyms }: Rules): Synonyms {
  const { words, groups } = synonyms;
  const named = groups
    .flatMap(({ light, matters }) => (light ? [] : matters.flatMap((line) => line.split(/\s+/u))))
    .filter((name) => name.length >= heardFrom && !name.includes(gapMark));
  const pairs = words.flatMap(({ said, official }) => said.map((word) => [word.toLowerCase(), official] as const));
  const official = new Map<string, readonly string[]>();
  for (const [word, terms] of pairs) official.set(word, [...new Set([...(official.get(word) ?? []), ...terms])]);
  return {
    find: termFinder([...official.keys()]),
    official,
    sounds: soundLexicon([...words.flatMap(({ said, official }) => [...said, ...official]), ...named]),
  };
}
