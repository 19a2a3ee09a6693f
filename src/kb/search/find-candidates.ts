import { isEmbedded } from "../../platform/config.ts";
import type { Ctx } from "../../platform/context.ts";
import { groupBy } from "../../platform/group-by.ts";
import type { SearchQuery } from "../schema.ts";
import { type FoundPassage, searchPassages, selectLive } from "../store-search.ts";
import { searchWords } from "../words.ts";
import { addedWords } from "./added-words.ts";
import { hashOf } from "./bags.ts";
import type { SearchDocument } from "./document.ts";
import { type Candidate, wordNearness } from "./features.ts";
import { lookedUp } from "./look-up.ts";
import { documentsOf, recall, type SearchMemory } from "./memory.ts";
import { knownPlaces } from "./places.ts";
import { prepareQuestion, type SearchQuestion } from "./question.ts";
import { questionVector } from "./question-vector.ts";
import type { BaseStatistics } from "./statistics.ts";
import { keyOf } from "./store.ts";

/** Passages from either side where the base is too large to be compared whole. */
const depth = { words: 200, vectors: 60 };
/**
 * What callers say is far from every passage, and the index is rough there: of ten answers 9.3 are those of an exact scan when 100 are seen,
 * 9.9 with 800 (73,000 passages). The embedded database is for smaller bases, and slower.
 */
const seen = { server: 800, embedded: 200 };
/** A base of up to so many versions is kept by each process and compared whole. */
const wholeUpTo = 3_000;
/** Looked at closely: a letter holds much that no answer repeats, so more than for a question on the telephone. */
const closely = { call: 80, letter: 150 };
const closelyInLarge = { call: 40, letter: 120 };

/** Cormack's constant for reciprocal rank fusion. */
const rankOffset = 60;

export type Found = {
  question: SearchQuestion;
  candidates: Candidate[];
  memory: SearchMemory;
};

/** Everything that may answer: versions shown and valid at the moment, of the region and the kinds, by words and by vectors. */
export async function findCandidates(ctx: Ctx, query: SearchQuery): Promise<Found> {
  const memory = await recall(ctx, ctx.db);
  const words = searchWords(query.text);
  const added = addedWords(
    ctx,
    memory.links.links,
    { text: query.text, words },
    searchWords,
    isWritten(memory.statistics),
  );
  const asked = { text: query.text, words, added };
  const question = prepareQuestion(asked, memory.statistics, knownPlaces(ctx.rules));
  const { vectors: set } = memory;
  const vector = set && (await questionVector(ctx, query.text, set.model));
  const near = set && vector ? { set, vector } : null;
  const scope = { at: new Date(query.at), region: query.region ?? null, kinds: query.kinds ?? null };
  const terms = { words: lookedUp(query.text, words, added, memory.statistics), near };
  // What is counted lags behind while many come in, so both are looked at.
  const whole = memory.statistics.articles <= wholeUpTo ? wholeUpTo : 0;
  return ctx.inTransaction(async (tx) => {
    const groups = groupBy(
      await searchPassages(tx, {
        ...terms,
        ...scope,
        depth: { ...depth, seen: isEmbedded(ctx.config) ? seen.embedded : seen.server },
      }),
      keyOf,
    );
    const live = whole ? await selectLive(tx, scope, whole + 1) : [];
    const isWhole = live.length > 0 && live.length <= whole;
    const keys = isWhole ? live : nearestArticles(groups, closelyInLarge[question.length]);
    const documents = nearest(question, await documentsOf(ctx, tx, memory, keys), closely[question.length]);
    const candidates = documents.map((document) => ({
      document,
      cosine: cosineOf(groups.get(keyOf(document.stored))),
    }));
    return { question, candidates, memory };
  });
}

/** Whether these characters stand in the base side by side. */
const isWritten =
  ({ grams }: BaseStatistics) =>
  (word: string): boolean =>
    word.length <= 3 && (grams[hashOf(word)] ?? 0) > 0;

const cosineOf = (passages: readonly FoundPassage[] = []): number =>
  Math.max(0, ...passages.map(({ cosine }) => cosine));

/** The articles with most words in common, that much of the whole. */
export function nearest(
  question: SearchQuestion,
  documents: readonly SearchDocument[],
  count: number,
): SearchDocument[] {
  return documents
    .map((document) => ({ document, score: wordNearness(question, document) }))
    .sort((left, right) => right.score - left.score)
    .slice(0, count)
    .map(({ document }) => document);
}

/** Articles in the order of their best passages, both lists merged by reciprocal rank. */
function nearestArticles(groups: ReadonlyMap<string, FoundPassage[]>, articles: number): FoundPassage[] {
  const points = new Map<FoundPassage, number>();
  for (const by of ["score", "cosine"] as const) {
    const best = [...groups.values()].flatMap((group) => bestBy(group, by) ?? []);
    best.sort((left, right) => right[by] - left[by]);
    for (const [at, passage] of best.entries()) points.set(passage, (points.get(passage) ?? 0) + 1 / (rankOffset + at));
  }
  const ordered = [...points].sort(([, left], [, right]) => right - left).map(([passage]) => passage);
  return [...new Map(ordered.map((passage) => [keyOf(passage), passage])).values()].slice(0, articles);
}

const bestBy = (group: readonly FoundPassage[], by: "score" | "cosine"): FoundPassage | undefined =>
  group.reduce<FoundPassage | undefined>(
    (best, passage) => (passage[by] > (best?.[by] ?? 0) ? passage : best),
    undefined,
  );
