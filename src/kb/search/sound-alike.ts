import { soundOf } from "../../platform/text/index.ts";

/** Known terms by their sound, for words that a recogniser heard wrongly: 第保 for 低保, 居主证 for 居住证. */
export type SoundLexicon = ReadonlyMap<string, readonly string[]>;

const shortest = 2;
const longest = 6;

export function soundLexicon(terms: Iterable<string>): SoundLexicon {
  const lexicon = new Map<string, string[]>();
  for (const term of new Set(terms)) {
    if (term.length < shortest || term.length > longest || !/^\p{Script=Han}+$/u.test(term)) continue;
    const sound = soundsOf(term);
    lexicon.set(sound, [...(lexicon.get(sound) ?? []), term]);
  }
  return lexicon;
}

/**
 * Terms that sound like words of the plain text and are not said there. Words of two characters count only where `isKnown`
 * does not know what was written, since many short words sound alike.
 */
export function soundAlike(lexicon: SoundLexicon, plain: string, isKnown: (word: string) => boolean): string[] {
  const sounds = [...plain].map(soundOf);
  const found = new Set<string>();
  for (let start = 0; start < plain.length; start += 1) {
    let sound = sounds[start] ?? "";
    for (let length = shortest; length <= longest && start + length <= plain.length; length += 1) {
      sound += ` ${sounds[start + length - 1] ?? ""}`;
      const terms = lexicon.get(sound);
      if (!terms) continue;
      const written = plain.slice(start, start + length);
      if (terms.includes(written) || isKnown(written)) continue;
      for (const term of terms) found.add(term);
    }
  }
  return [...found];
}

const soundsOf = (term: string): string => [...term].map(soundOf).join(" ");
