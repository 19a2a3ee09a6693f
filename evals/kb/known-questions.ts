import { readdirSync } from "node:fs";
import { readJsonLines } from "../run-verb.ts";
import type { KbQuestion } from "./score.ts";

const folder = "evals/kb";

/** A question and the article that the office confirmed for it. */
export type Pair = { text: string; article: string };
export type KnownQuestions = {
  /** Those of an article in an order of their own, so that the first few are any few. */
  pairs: Pair[];
  /** Questions for which editors decided that no article is to be written. */
  gaps: string[];
  /** How many were left out since they say what a question of the evals says. */
  dropped: number;
};

/** All questions of the evals: `questions*.jsonl`. */
export const readQuestions = (): KbQuestion[] =>
  filesOf("questions").flatMap((file) => readJsonLines<KbQuestion>(file));

/** What the office knows: `pairs*.jsonl` and `gaps.jsonl`, without what equals or nearly equals one of `questions`. */
export function readKnown(questions: readonly { text: string }[]): KnownQuestions {
  const isAsked = likeAnyOf(questions.map(({ text }) => text));
  const pairs = filesOf("pairs").flatMap((file) => readJsonLines<Pair>(file));
  const gaps = filesOf("gaps").flatMap((file) => readJsonLines<{ text: string }>(file));
  const [newPairs, newGaps] = [pairs, gaps].map((all) => all.filter(({ text }) => !isAsked(text))) as [Pair[], Pair[]];
  const dropped = pairs.length - newPairs.length + gaps.length - newGaps.length;
  return { pairs: newPairs.toSorted(byDraw), gaps: newGaps.map(({ text }) => text), dropped };
}

/** So many pairs of each article, by its id, none of its others. */
export function pairsUpTo(pairs: readonly Pair[], countOf: (article: string) => number): Pair[] {
  const counts = new Map<string, number>();
  return pairs.filter(({ article }) => {
    const before = counts.get(article) ?? 0;
    counts.set(article, before + 1);
    return before < countOf(article);
  });
}

const filesOf = (name: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.startsWith(name) && file.endsWith(".jsonl"))
    .toSorted()
    .map((file) => `${folder}/${file}`);

const drawOf = (text: string): number => [...text].reduce((sum, char) => (31 * sum + char.charCodeAt(0)) % 9973, 7);
const byDraw = (left: Pair, right: Pair): number => drawOf(left.text) - drawOf(right.text);

const nearlyEqual = 0.8;

/** Whether a text shares four fifths of its pairs of characters with one of these. */
function likeAnyOf(texts: readonly string[]): (text: string) => boolean {
  const known = texts.map(charPairs);
  return (text) => {
    const own = charPairs(text);
    return known.some((each) => {
      let shared = 0;
      for (const pair of own) if (each.has(pair)) shared += 1;
      return 2 * shared >= nearlyEqual * (own.size + each.size);
    });
  };
}

function charPairs(text: string): Set<string> {
  const plain = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  return new Set(Array.from({ length: Math.max(1, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)));
}
