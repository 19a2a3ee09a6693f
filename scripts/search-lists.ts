import { cutBody } from "../src/kb/cut-body.ts";
import { type Evidence, evidenceOf } from "../src/kb/relevance.ts";
import { addedWords } from "../src/kb/search/added-words.ts";
import { broughtAtMost, farFromAll, type Nearness } from "../src/kb/search/asked/nearness.ts";
import { hashOf, plainOf } from "../src/kb/search/bags.ts";
import { prepareDocument, type SearchDocument } from "../src/kb/search/document.ts";
import { featureNames, featuresOf, wordNearness } from "../src/kb/search/features.ts";
import { askedMatters } from "../src/kb/search/match-matters.ts";
import { matterBook } from "../src/kb/search/matters.ts";
import { neighbourhoodOf } from "../src/kb/search/neighbourhood.ts";
import { knownPlaces } from "../src/kb/search/places.ts";
import { prepareQuestion } from "../src/kb/search/question.ts";
import { type BaseStatistics, countArticle, emptyStatistics } from "../src/kb/search/statistics.ts";
import { letGo } from "../src/kb/search/tables.ts";
import { passageTokens, searchWords } from "../src/kb/words.ts";
import type { Rules } from "../src/platform/rules/index.ts";

/** An article of a base that is kept in no database. */
export type PlainArticle = { title: string; body: string; region: string | null };
export type PlainBase = { statistics: BaseStatistics; documents: SearchDocument[]; places: readonly string[] };

/** A base as search sees it, without a database. */
export function plainBase(articles: readonly PlainArticle[], rules: Rules): PlainBase {
  const places = knownPlaces(rules);
  const book = matterBook(rules);
  const statistics = emptyStatistics();
  const stored = articles.map(({ title, body, region }, at) => ({
    ...{ articleId: String(at), version: 1, externalId: null, title, body, agency: null, bulletin: false, region },
    ...{ validFrom: null, validUntil: null },
    passages: cutBody(body).map(({ path, text }) => ({ text, words: passageTokens(title, path, text).join(" ") })),
  }));
  for (const { title, body, passages } of stored) {
    const words = passages.flatMap(({ words }) => words.split(" ").filter((word) => word && !word.startsWith("^")));
    countArticle(statistics, { plain: `${plainOf(title)}。${plainOf(body)}`, words: [...new Set(words)] });
  }
  return { statistics, documents: stored.map((each) => prepareDocument(each, statistics, places, book)), places };
}

/** Likenesses of the nearest articles, which of them answer, and what tells of each whether it does. */
export type CandidateList = { rows: number[][]; answers: boolean[]; evidenceAt: (at: number) => Evidence };

export type Asked = {
  text: string;
  isAnswer: (article: number) => boolean;
  mayAnswer: (article: number) => boolean;
  /** How near it is to confirmed questions, whose articles are named by their number. */
  asked?: Nearness;
};

/** What the ranking sees for a question; `bridge`: whether that of the rules is used for the words. */
export function candidateList(
  base: PlainBase,
  { text, isAnswer, mayAnswer, asked = farFromAll }: Asked,
  rules: Rules,
  bridge: boolean,
  count: number,
): CandidateList {
  const words = searchWords(text);
  const isKnown = (word: string) => word.length <= 3 && (base.statistics.grams[hashOf(word)] ?? 0) > 0;
  const ctx = { config: { bridge }, rules } as Parameters<typeof addedWords>[0];
  const added = addedWords(ctx, new Map(), { text, words }, searchWords, isKnown);
  const matters = askedMatters(ctx, { text, added }, base.statistics);
  const question = prepareQuestion({ text, words, added, matters, confirmed: asked }, base.statistics, base.places);
  const brought = new Set(asked.nearest.filter((id) => mayAnswer(Number(id))).slice(0, broughtAtMost));
  const documents = base.documents
    .filter(({ stored }) => mayAnswer(Number(stored.articleId)))
    .map((document) => ({ document, near: wordNearness(question, document) }))
    .sort((left, right) => right.near - left.near)
    .map(({ document }) => document)
    .filter(({ stored }, at) => at < count || brought.has(stored.articleId));
  const neighbourhood = neighbourhoodOf(question, documents);
  const rows = documents.map((document) => {
    const features = featuresOf(question, { document, cosine: 0 }, base.statistics, neighbourhood);
    return featureNames.map((name) => features[name]);
  });
  letGo(question.tables);
  return {
    rows,
    answers: documents.map(({ stored }) => isAnswer(Number(stored.articleId))),
    evidenceAt: (at) => {
      const document = documents[at];
      if (!document) throw new Error(`no candidate ${at}`);
      return evidenceOf(document, question, base.statistics);
    },
  };
}
