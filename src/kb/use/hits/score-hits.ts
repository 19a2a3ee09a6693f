import type { SearchHit, SearchResult } from "../../schema.ts";
import type { HitTotals, KeptHit } from "./schema.ts";
import { whyHit } from "./why-hit.ts";

/** What a question got: the place of the first expected article, whether that is right, and what was found. */
export type Scored = { rank: number | null; ok: boolean; abstained: boolean; hits: KeptHit[] };

/** As many as an agent looks at. */
export const seenHits = 3;

/**
 * Scores what the search gave for a question. Right is an expected article among the first three; for a question that the base has
 * no answer to, that it says so. `words` are those of the question.
 */
export function scoreHits(
  expected: readonly string[],
  { results, abstained }: SearchResult,
  words: readonly string[] = [],
): Scored {
  const hits = results.map((hit) => keptHit(hit, words));
  // What came nearest to a question without an answer is no answer.
  const at = abstained ? -1 : results.findIndex(({ articleId }) => expected.includes(articleId));
  const rank = at < 0 ? null : at + 1;
  const ok = expected.length === 0 ? abstained : rank !== null && rank <= seenHits;
  return { rank, ok, abstained, hits };
}

const keptHit = (hit: SearchHit, words: readonly string[]): KeptHit => ({
  articleId: hit.articleId,
  version: hit.version,
  title: hit.title,
  score: hit.score,
  quote: hit.quote,
  why: whyHit(words, hit),
});

/** The sums of a run. */
export function totalsOf(results: readonly (Omit<Scored, "hits"> & { expected: readonly string[] })[]): HitTotals {
  const answerable = results.filter(({ expected }) => expected.length > 0);
  const isWithin = (most: number) => answerable.filter(({ rank }) => rank !== null && rank <= most).length;
  return {
    questions: results.length,
    answerable: answerable.length,
    hitAt1: isWithin(1),
    hitAt3: isWithin(seenHits),
    abstainedRight: results.filter(({ expected, abstained }) => expected.length === 0 && abstained).length,
    abstainedWrong: answerable.filter(({ abstained }) => abstained).length,
    wrong: answerable.filter(({ rank, abstained }) => rank === null && !abstained).length,
  };
}

type Judged = { questionId: string; ok: boolean };

/** Which questions are right now and were not, and the other way round. New questions are neither. */
export function diffRuns(before: readonly Judged[], after: readonly Judged[]): { gained: string[]; lost: string[] } {
  const was = new Map(before.map(({ questionId, ok }) => [questionId, ok]));
  const changed = (to: boolean) =>
    after.filter(({ questionId, ok }) => ok === to && was.get(questionId) === !to).map(({ questionId }) => questionId);
  return { gained: changed(true), lost: changed(false) };
}
