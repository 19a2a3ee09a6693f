import type { SearchDocument } from "../document.ts";
import type { MatterBook } from "../matters.ts";
import { type AskedBook, normsOf } from "./book.ts";
import { type Explained, explainedBy, nothingExplained } from "./explained.ts";
import { channelSize, channels, type SaidPieces } from "./pieces.ts";

/**
 * How near a question is to those confirmed for an article, 0 to 1: to the nearest two (their mean), and to all of them together; `count` of all.
 */
export type AskedAs = { two: number; together: number; count: number };

/** What a question has in common with those that an office has confirmed, or marked as ones without an article. */
export type Nearness = {
  to: (articleId: string) => AskedAs;
  /** The articles that were confirmed for questions like this one, nearest first. */
  nearest: readonly string[];
  /** To the nearest of the questions that have no article. */
  gap: number;
  /** Whether it is put in the words of those, above 0, or of confirmed ones, below. */
  outside: number;
  /** How many confirmed questions an article has that has any, as ln(1 + mean). */
  known: number;
  /** Whether there are enough of both to tell. */
  isTaught: boolean;
  /** What of it an article explains. */
  explained: (document: SearchDocument, matters: MatterBook) => Explained;
};

const neverAsked: AskedAs = { two: 0, together: 0, count: 0 };
export const farFromAll: Nearness = {
  to: () => neverAsked,
  nearest: [],
  gap: 0,
  outside: 0,
  known: 0,
  isTaught: false,
  explained: () => nothingExplained,
};

/** What each channel counts: chosen on the tuning questions of `evals/kb`. */
const shares = [0.5, 0.15, 0.2, 0.15] as const;

/**
 * Compares a question with all confirmed ones in one walk over what they share: milliseconds for twenty thousand. `without`: the number of
 * one that is left out, so that it is not compared with itself while weights are learned.
 */
export function nearnessOf(said: SaidPieces, book: AskedBook, without = -1): Nearness {
  const { numbers, articleOf, counts, known, isTaught } = book;
  if (!articleOf.length) return farFromAll;
  const pieces = Int32Array.from(said.keys());
  const { cosines, together } = walk(pieces, book, without);
  const [best, second] = [new Float32Array(numbers.size), new Float32Array(numbers.size)];
  let gap = 0;
  for (let at = 0; at < cosines.length; at += 1) {
    const [near, article] = [cosines[at] ?? 0, articleOf[at] ?? -1];
    if (near === 0) continue;
    if (article < 0) gap = Math.max(gap, near);
    else if (near > (best[article] ?? 0)) {
      second[article] = best[article] ?? 0;
      best[article] = near;
    } else if (near > (second[article] ?? 0)) second[article] = near;
  }
  const to = (articleId: string): AskedAs => {
    const article = numbers.get(articleId);
    if (article === undefined) return neverAsked;
    const two = ((best[article] ?? 0) + (second[article] ?? 0)) / 2;
    return { two, together: together[article] ?? 0, count: counts[article] ?? 0 };
  };
  const explained: Nearness["explained"] = (document, matters) =>
    isTaught ? explainedBy(said, document, book, matters, without) : nothingExplained;
  const outside = outsideOf(pieces, book);
  return { to, nearest: nearestOf(together, numbers), gap, outside, known, isTaught, explained };
}

/** So many that hold are compared though words did not find them. */
export const broughtAtMost = 10;
/** More than are brought, since some of them do not hold or are of another district. */
const namedAtMost = 60;
/** Below it questions share words that any matter is asked with. */
const nearFrom = 0.12;

const nearestOf = (together: Float32Array, numbers: ReadonlyMap<string, number>): string[] =>
  [...numbers]
    .filter(([, article]) => (together[article] ?? 0) >= nearFrom)
    .sort(([, left], [, right]) => (together[right] ?? 0) - (together[left] ?? 0))
    .slice(0, namedAtMost)
    .map(([id]) => id);

/** Longer questions say more on either side, shorter ones are not surer for it. */
const piecesBeside = 5;

const outsideOf = (pieces: Int32Array, { odds }: AskedBook): number =>
  pieces.reduce((sum, place) => sum + (odds[place] ?? 0), 0) / Math.sqrt(pieces.length + piecesBeside);

/** Cosines with every question, and with all of an article together. */
function walk(pieces: Int32Array, book: AskedBook, without: number) {
  const { masses, newMass, norms, articleNorms, articleOf, numbers } = book;
  const own = normsOf(pieces, masses, newMass);
  const cosines = new Float32Array(articleOf.length);
  const together = new Float32Array(numbers.size);
  for (const [channel, share] of shares.entries()) {
    const common = commonOf(pieces, book, channel);
    if (without >= 0) common[without] = 0;
    const scale = share / (own[channel] || 1);
    for (let question = 0; question < common.length; question += 1) {
      const mass = scale * (common[question] ?? 0);
      if (mass === 0) continue;
      const article = articleOf[question] ?? -1;
      cosines[question] = (cosines[question] ?? 0) + mass / (norms[question * channels.length + channel] || 1);
      if (article < 0) continue;
      together[article] = (together[article] ?? 0) + mass / (articleNorms[article * channels.length + channel] || 1);
    }
  }
  return { cosines, together };
}

/** What each question has in common with the pieces of a channel, as squared masses. */
function commonOf(
  pieces: Int32Array,
  { starts, questions, masses, articleOf }: AskedBook,
  channel: number,
): Float32Array {
  const common = new Float32Array(articleOf.length);
  for (const place of pieces) {
    if (Math.floor(place / channelSize) !== channel) continue;
    const [mass, to] = [masses[place] ?? 0, starts[place + 1] ?? 0];
    for (let at = starts[place] ?? 0; at < to; at += 1) {
      const question = questions[at] ?? 0;
      common[question] = (common[question] ?? 0) + mass;
    }
  }
  return common;
}
