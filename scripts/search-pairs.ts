import { type Pair, pairsUpTo, readKnown } from "../evals/kb/known-questions.ts";
import { type AskedBook, askedBook } from "../src/kb/search/asked/book.ts";
import { type Nearness, nearnessOf } from "../src/kb/search/asked/nearness.ts";
import { askedPieces, saidPieces } from "../src/kb/search/asked/pieces.ts";
import { hashOf } from "../src/kb/search/bags.ts";
import type { Rules } from "../src/platform/rules/index.ts";
import type { CallQuestion } from "./search-questions.ts";

/** Confirmed questions by the number of their article, -1 where an editor wants none. */
export type KnownText = { text: string; article: number };
/** What an office knows that has so many confirmed questions an article. */
export type Office = { asked: readonly KnownText[]; book: AskedBook; rules: Rules };

/** Confirmed questions and those without an article, without what a tuning question says; `numbers` of the articles by id. */
export function knownTexts(questions: readonly CallQuestion[], numbers: ReadonlyMap<string, number>) {
  const known = readKnown(questions);
  const textsOf = (pairs: readonly Pair[]): KnownText[] =>
    pairs.flatMap(({ text, article }) => {
      const number = numbers.get(article);
      return number === undefined ? [] : [{ text, article: number }];
    });
  const gaps = known.gaps.map((text): KnownText => ({ text, article: -1 }));
  const firstOf = (count: number | "uneven"): Pair[] =>
    pairsUpTo(known.pairs, count === "uneven" ? unevenOf : () => count);
  return {
    gaps,
    beyond: (count: number | "uneven"): KnownText[] => {
      const first = new Set(firstOf(count));
      return textsOf(known.pairs.filter((pair) => !first.has(pair)));
    },
    upTo: (count: number | "uneven"): KnownText[] => [...textsOf(firstOf(count)), ...(count ? gaps : [])],
  };
}

/** So many of each article as they have where some are asked for every day and others are new. */
const unevenOf = (article: string): number => [0, 1, 3, 6][hashOf(article) % 4] ?? 0;

export function officeOf(asked: readonly KnownText[], rules: Rules): Office {
  const rows = asked.map(({ text, article }) => ({
    articleId: article < 0 ? null : String(article),
    pieces: askedPieces(text, rules),
  }));
  return { asked, book: askedBook(rows), rules };
}

/** How near a question is to what the office knows, itself left out. */
export function nearnessTo({ asked, book, rules }: Office, text: string): Nearness {
  return nearnessOf(
    saidPieces(text, rules),
    book,
    asked.findIndex((each) => each.text === text),
  );
}
