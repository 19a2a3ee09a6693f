import { plainOf } from "../bags.ts";
import type { SearchDocument } from "../document.ts";
import type { MatterBook } from "../matters.ts";
import type { AskedBook } from "./book.ts";
import { channelSize, channels, type SaidPieces } from "./pieces.ts";

/**
 * What of a question stands in an article or was said in questions it was confirmed for: the share that does, 0 to 1, and how much does not,
 * as ln(1 + mass); of its characters and of what is meant by the rules. A near miss shares the words of an article and asks for something more.
 */
export type Explained = {
  explainedGrams: number;
  unexplainedGrams: number;
  explainedMeant: number;
  unexplainedMeant: number;
};

export const nothingExplained: Explained = {
  explainedGrams: 0,
  unexplainedGrams: 0,
  explainedMeant: 0,
  unexplainedMeant: 0,
};

const [gramsAt, meantAt] = [channels.indexOf("grams"), channels.indexOf("meant")];

/** `without`: the number of a confirmed question that is left out. A tenth of a millisecond, so only what is listed is asked. */
export function explainedBy(
  said: SaidPieces,
  { stored, matters }: Pick<SearchDocument, "stored" | "matters">,
  book: AskedBook,
  { matters: all }: Pick<MatterBook, "matters">,
  without = -1,
): Explained {
  const plain = plainOf(`${stored.title}。${stored.body}`);
  const named = new Set(Array.from(matters, (id) => all[id]?.words[0] ?? ""));
  const number = book.numbers.get(stored.articleId) ?? -1;
  const [whole, missing] = [channels.map(() => 0), channels.map(() => 0)];
  for (const [place, piece] of said) {
    const channel = Math.floor(place / channelSize);
    if (channel !== gramsAt && channel !== meantAt) continue;
    const mass = book.masses[place] || book.newMass;
    whole[channel] = (whole[channel] ?? 0) + mass;
    const isThere = named.has(piece) || plain.includes(piece) || isAskedOf(number, place, book, without);
    if (!isThere) missing[channel] = (missing[channel] ?? 0) + mass;
  }
  const share = (channel: number) => (whole[channel] ? 1 - (missing[channel] ?? 0) / whole[channel] : 0);
  return {
    explainedGrams: share(gramsAt),
    unexplainedGrams: Math.log(1 + (missing[gramsAt] ?? 0)),
    explainedMeant: share(meantAt),
    unexplainedMeant: Math.log(1 + (missing[meantAt] ?? 0)),
  };
}

/** Whether a question that was confirmed for the article has the piece. */
function isAskedOf(article: number, place: number, book: AskedBook, without: number): boolean {
  if (article < 0) return false;
  const to = book.starts[place + 1] ?? 0;
  for (let at = book.starts[place] ?? 0; at < to; at += 1) {
    const question = book.questions[at] ?? 0;
    if (question !== without && book.articleOf[question] === article) return true;
  }
  return false;
}
