import type { Ctx } from "../../platform/context.ts";
import type { SearchQuery } from "../schema.ts";
import { type SearchTerms, selectLive, selectLiveOf, selectNearest, selectNearness } from "../store-search.ts";
import { vectorTypeOf } from "../vectors/store-index.ts";
import { searchWords } from "../words.ts";
import { addedWords } from "./added-words.ts";
import { broughtAtMost, farFromAll, nearnessOf } from "./asked/nearness.ts";
import { saidPieces } from "./asked/pieces.ts";
import { hashOf } from "./bags.ts";
import { type Candidate, wordNearness } from "./features.ts";
import { lookedUp } from "./look-up.ts";
import { askedMatters } from "./match-matters.ts";
import { documentsOf, isSame, preparedOf, recall, remembered, type SearchMemory } from "./memory.ts";
import { neighboursCounted } from "./neighbourhood.ts";
import { knownPlaces } from "./places.ts";
import { lengthOf, prepareQuestion, type QuestionLength, type SearchQuestion } from "./question.ts";
import { questionVector } from "./question-vector.ts";
import { rankingWeights } from "./ranking-weights.ts";
import type { BaseStatistics } from "./statistics.ts";
import { keyOf } from "./store.ts";
import { letGo } from "./tables.ts";

/** Passages from either side where the base is too large to be compared whole. */
const depth = { call: { words: 200, vectors: 30 }, letter: { words: 200, vectors: 60 } };
/** A base of up to so many versions is kept by each process and compared whole. */
const wholeUpTo = 3_000;
/** Looked at closely: a letter holds much that no answer repeats, so more than for a question on the telephone. */
const closely = { call: 80, letter: 150 };
const closelyInLarge = { call: 22, letter: 120 };

export type Found = {
  question: SearchQuestion;
  /** Most words in common first where they are more than each other's neighbours. */
  candidates: Candidate[];
  memory: SearchMemory;
};

/**
 * What may answer: versions shown and valid at the moment, of the region and the kinds, by words and by
 * vectors. Looks with what is remembered, and meanwhile whether it has become old: then once more.
 */
export async function findCandidates(ctx: Ctx, query: SearchQuery): Promise<Found> {
  const memory = remembered(ctx);
  if (!memory) return findWith(ctx, query, await recall(ctx, ctx.db));
  const before = { ...memory };
  const [found] = await Promise.all([findWith(ctx, query, memory), onceSent(() => recall(ctx, ctx.db))]);
  if (isSame(before, memory)) return found;
  letGo(found.question.tables);
  return findWith(ctx, query, memory);
}

async function findWith(ctx: Ctx, query: SearchQuery, memory: SearchMemory): Promise<Found> {
  const words = searchWords(query.text);
  const added = addedWords(
    ctx,
    memory.links.links,
    { text: query.text, words },
    searchWords,
    isWritten(memory.statistics),
  );
  const { vectors: set } = memory;
  const vector = set && (await questionVector(ctx, query.text, set.model));
  const length = lengthOf(query.text);
  const terms: SearchTerms = {
    at: new Date(query.at),
    region: query.region ?? null,
    kinds: query.kinds ?? null,
    words: lookedUp(query.text, words, added, memory.statistics),
    near: set && vector ? { set, vector, type: vectorTypeOf(ctx.config, set) } : null,
    isUnnumbered: memory.isUnnumbered,
    depth: depth[length],
  };
  const [near, question] = await Promise.all([
    compare(ctx, memory, terms, length),
    onceSent(() => {
      const matters = askedMatters(ctx, { text: query.text, added }, memory.statistics);
      const confirmed = ctx.config.bridge
        ? nearnessOf(saidPieces(query.text, ctx.rules), memory.asked.book)
        : farFromAll;
      const text = { text: query.text, words, added, matters, confirmed };
      return prepareQuestion(text, memory.statistics, knownPlaces(ctx.rules));
    }),
  ]);
  const candidates = [...near, ...(await bringAsked(ctx, memory, terms, { near, question }))];
  return { question, candidates: nearest(question, candidates, closely[length]), memory };
}

/** Works while the database does, which was asked just before. */
async function onceSent<T>(work: () => T | Promise<T>): Promise<T> {
  await new Promise<void>((resolve) => setImmediate(resolve));
  return work();
}

const compare = async (ctx: Ctx, memory: SearchMemory, terms: SearchTerms, length: QuestionLength) =>
  (await compareWhole(ctx, memory, terms, length)) ?? compareNearest(ctx, memory, terms, closelyInLarge[length]);

/** Everything of the scope, by vectors too where they count, or null when it is too large. What is counted lags behind while many come in, so both are looked at. */
async function compareWhole(
  ctx: Ctx,
  memory: SearchMemory,
  terms: SearchTerms,
  length: QuestionLength,
): Promise<Candidate[] | null> {
  if (memory.statistics.articles > wholeUpTo) return null;
  const live = await selectLive(ctx.db, terms, wholeUpTo + 1);
  if (live.length > wholeUpTo) return null;
  const near = rankingWeights(length).vector ? await selectNearness(ctx.db, terms) : [];
  const documents = await documentsOf(ctx, ctx.db, memory, live);
  if (!near.length) return documents.map((document) => ({ document, cosine: 0 }));
  const cosines = new Map(near.map((each) => [keyOf(each), each.cosine]));
  return documents.map((document) => ({ document, cosine: cosines.get(keyOf(document.stored)) ?? 0 }));
}

/** The versions that the database takes for the nearest. */
async function compareNearest(ctx: Ctx, memory: SearchMemory, terms: SearchTerms, count: number): Promise<Candidate[]> {
  const near = await selectNearest(ctx.db, terms, count);
  const documents = preparedOf(
    ctx,
    memory,
    near.map(({ stored }) => stored),
  );
  return documents.map((document, at) => ({ document, cosine: near[at]?.cosine ?? 0 }));
}

/** Versions of the scope that words did not find, and that were confirmed for questions like this one. */
async function bringAsked(
  ctx: Ctx,
  memory: SearchMemory,
  terms: SearchTerms,
  { near, question }: { near: readonly Candidate[]; question: SearchQuestion },
): Promise<Candidate[]> {
  const found = new Set(near.map(({ document }) => document.stored.articleId));
  const others = question.confirmed.nearest.filter((id) => !found.has(id));
  const live = await selectLiveOf(ctx.db, terms, others);
  const nearestLive = live
    .toSorted((left, right) => others.indexOf(left.articleId) - others.indexOf(right.articleId))
    .slice(0, broughtAtMost);
  const documents = await documentsOf(ctx, ctx.db, memory, nearestLive);
  return documents.map((document) => ({ document, cosine: 0 }));
}

/** Whether these characters stand in the base side by side. */
const isWritten =
  ({ grams }: BaseStatistics) =>
  (word: string): boolean =>
    word.length <= 3 && (grams[hashOf(word)] ?? 0) > 0;

/**
 * Those with most words in common, that much of the whole, and behind them those confirmed for questions like this one. So few that each
 * counts as a neighbour of the others stay as they are, whatever their order.
 */
function nearest(question: SearchQuestion, candidates: Candidate[], count: number): Candidate[] {
  if (candidates.length <= Math.min(count, neighboursCounted)) return candidates;
  const ordered = candidates
    .map((candidate) => ({ candidate, score: wordNearness(question, candidate.document) }))
    .sort((left, right) => right.score - left.score)
    .map(({ candidate }) => candidate);
  const present = new Set(candidates.map(({ document }) => document.stored.articleId));
  const asked = new Set(question.confirmed.nearest.filter((id) => present.has(id)).slice(0, broughtAtMost));
  const isAsked = ({ document }: Candidate): boolean => asked.has(document.stored.articleId);
  return [...ordered.slice(0, count), ...ordered.slice(count).filter(isAsked)];
}
