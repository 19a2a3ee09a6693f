import type { ElementAnswer, InboundSample } from "./shapes.ts";

/** The words without spaces and punctuation. */
export const plain = (words: unknown): string => String(words || "").replace(/[\s，。、,.：:；;！!？?“”"'（）()]/g, "");

/** How often each pair of neighbouring characters occurs; a single character stands for itself. */
function pairsOf(words: unknown): Map<string, number> {
  const characters = [...plain(words)];
  const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  const counts = new Map<string, number>();
  for (const pair of pairs.length > 0 ? pairs : [characters.join("")]) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return counts;
}

const total = (counts: Map<string, number>) => [...counts.values()].reduce((all, count) => all + count, 0);

function shared(a: Map<string, number>, b: Map<string, number>): number {
  return [...a].reduce((all, [pair, count]) => all + Math.min(count, b.get(pair) ?? 0), 0);
}

/** F1 of character pairs of two texts: 0 nothing in common, 1 the same words. */
export function textF1(one: unknown, other: unknown): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  const common = shared(a, b);
  return common === 0 ? 0 : (2 * common) / (total(a) + total(b));
}

/**
 * The right words were found: a quote that stands in at most three utterances, one of them named by the person who made
 * the answers; or at most four evidence utterances, one of them named, whose words hold a fifth of the value's.
 */
export function foundWords(element: ElementAnswer | undefined, sample: InboundSample, key: string): boolean {
  if (!element || plain(element.value).length < 2) return false;
  const wanted = new Set(sample.gold.evidence?.[key] ?? []);
  const quote = plain(element.quote);
  if (quote.length >= 2) {
    const at = sample.utterances.filter(({ text }) => plain(text).includes(quote)).map(({ i }) => i);
    if (at.length <= 3 && at.some((i) => wanted.has(i))) return true;
  }
  const named = new Set(element.evidence ?? []);
  if (named.size > 4 || ![...named].some((i) => wanted.has(i))) return false;
  const words = sample.utterances.filter(({ i }) => named.has(i)).map(({ text }) => text);
  const value = pairsOf(plain(element.value));
  return shared(value, pairsOf(words.join(""))) >= 0.2 * total(value);
}
