import type { Rules } from "../../../platform/rules/index.ts";
import { plainOf } from "../bags.ts";
import type { AskedQuestion } from "./book.ts";
import { askedPieces } from "./pieces.ts";

/** What the office has: a question and the article that was confirmed for it, or null where an editor decided that none is to be written. */
export type KnownQuestion = { question: string; articleId: string | null };

const anArticle = 40;
const confirmed = 20_000;
const withoutArticle = 10_000;
/** Others get their turn in between. */
const readAtOnce = 100;

const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Prepares questions for comparison: of each article the newest forty that differ, twenty thousand in all, and beside them of
 * those without an article ten thousand. `known`: newest first.
 */
export async function learnAsked(known: readonly KnownQuestion[], rules: Rules): Promise<AskedQuestion[]> {
  const kept = keptOf(known);
  const asked: AskedQuestion[] = [];
  for (const [at, { question, articleId }] of kept.entries()) {
    asked.push({ articleId, pieces: askedPieces(question, rules) });
    if (at % readAtOnce === 0) await pause();
  }
  return asked;
}

/** Those that are compared. */
export function keptOf(known: readonly KnownQuestion[]): KnownQuestion[] {
  const seen = new Set<string>();
  const counts = new Map<string | null, number>();
  let room = confirmed;
  return known.filter(({ question, articleId }) => {
    const key = `${articleId ?? ""}\0${plainOf(question).replace(/[^\p{L}\p{N}]+/gu, "")}`;
    const count = counts.get(articleId) ?? 0;
    const isFull = articleId === null ? count >= withoutArticle : count >= anArticle || room === 0;
    if (isFull || seen.has(key)) return false;
    seen.add(key);
    counts.set(articleId, count + 1);
    if (articleId !== null) room -= 1;
    return true;
  });
}
