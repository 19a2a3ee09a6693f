import type { SearchDocument } from "./document.ts";
import { matterFeatures } from "./match-matters.ts";
import { localRarity, type Neighbourhood } from "./neighbourhood.ts";
import { areNear, share } from "./places.ts";
import type { SearchQuestion } from "./question.ts";
import { type BaseStatistics, gramRarity, wordRarity } from "./statistics.ts";
import { isAsked } from "./tables.ts";
import type { Weighed } from "./weigh.ts";

/** An article that may answer: `cosine` is that of the vectors, 0 where there is none. */
export type Candidate = { document: SearchDocument; cosine: number };

/** What is learned to weigh; the names are those of `models/search/weights.json`. */
export const featureNames = [
  "grams",
  "coreGrams",
  "coreCharacters",
  "words",
  "passage",
  "lead",
  "title",
  "titleLead",
  "ofArticle",
  "ofQuestion",
  "ofLead",
  "ofWords",
  "saturated",
  "rarest",
  "numbers",
  "length",
  "otherPlace",
  "noPlace",
  "nearPlace",
  "placeTalk",
  "placeTalkAlone",
  "localPairs",
  "localWords",
  "ofMatters",
  "ofTitleMatters",
  "inTitle",
  "ofActs",
  "actsInTitle",
  "ofTitleActs",
  "theme",
  "askedTwo",
  "askedTogether",
  "askedOften",
  "vector",
] as const;
/** Those that hang on the matters of the rules. */
export const matterNames: readonly FeatureName[] = [
  "ofMatters",
  "ofTitleMatters",
  "inTitle",
  "ofActs",
  "actsInTitle",
  "ofTitleActs",
  "theme",
];
/** Those that hang on confirmed questions: of an article that has none they are all 0. */
export const askedNames = ["askedTwo", "askedTogether", "askedOften"] as const satisfies readonly FeatureName[];
export type FeatureName = (typeof featureNames)[number];
export type Features = Record<FeatureName, number>;

/** How alike a question and an article are, each figure about 0 to 1 whatever the size of the base. */
export function featuresOf(
  question: SearchQuestion,
  { document, cosine }: Candidate,
  statistics: BaseStatistics,
  neighbourhood: Neighbourhood,
): Features {
  const scale = Math.log(2 + statistics.articles);
  const grams = dotAsked(document.grams, question.grams, question.asked);
  const isWhole = document.coreGrams.from === document.grams.from;
  return {
    grams,
    coreGrams: isWhole ? grams : dotAsked(document.coreGrams, question.grams, question.asked),
    coreCharacters: dotAsked(document.coreCharacters, question.characters, question.asked),
    words: dotAsked(document.words, question.words, question.asked),
    passage: Math.max(0, ...document.passages.map((passage) => dotAsked(passage, question.grams, question.asked))),
    lead: dotAsked(document.grams, question.lead, question.asked),
    title: dotAsked(document.title, question.grams, question.asked),
    titleLead: dotAsked(document.title, question.lead, question.asked),
    ...shared(question, document, statistics),
    ofWords: wordShare(question, document, statistics),
    numbers: numbersShared(question, document, statistics) / scale,
    length: Math.log(1 + document.length) / 5,
    ...placeFeatures(question, document, neighbourhood),
    ...localRarity(question, document, neighbourhood),
    ...matterFeatures(question.matters, document),
    ...askedFeatures(question, document),
    vector: cosine,
  };
}

/** A rough nearness by words alone, to know which articles compete. */
export const wordNearness = (question: SearchQuestion, { grams, words }: SearchDocument): number =>
  dotAsked(grams, question.grams, question.asked) + 0.3 * dotAsked(words, question.words, question.asked);

/** As `dot`, of pieces few of which are asked. */
function dotAsked({ hashes, weights, from, to }: Weighed, table: Float32Array, asked: Uint32Array): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) {
    const hash = hashes[at] ?? 0;
    if (isAsked(asked, hash)) sum += (table[hash] ?? 0) * (weights[at] ?? 0);
  }
  return sum;
}

/** Sum of the weights times those of the table. */
export function dot({ hashes, weights, from, to }: Weighed, table: Float32Array): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += (table[hashes[at] ?? 0] ?? 0) * (weights[at] ?? 0);
  return sum;
}

const manyAsked = Math.log(1 + 40);

/** `askedOften` weighs against: of many confirmed questions some are near by chance. */
function askedFeatures({ confirmed }: SearchQuestion, { stored }: SearchDocument) {
  const { two, together, count } = confirmed.to(stored.articleId);
  const often = Math.log(1 + count) / manyAsked;
  return { askedTwo: two, askedTogether: together, askedOften: often };
}

const saturation = 1.2;

/** What the core of the article and the question have in common, seen from either side. */
function shared(question: SearchQuestion, document: SearchDocument, statistics: BaseStatistics) {
  const { hashes, weights, from, to } = document.core;
  const average = statistics.pairs / Math.max(1, statistics.articles) || 1;
  const damping = saturation * (document.length / average);
  let [ofArticle, ofQuestion, ofLead, saturated, rarest] = [0, 0, 0, 0, 0];
  for (let at = from; at < to; at += 1) {
    const hash = hashes[at] ?? 0;
    if (!isAsked(question.asked, hash)) continue;
    const asked = question.pairs[hash] ?? 0;
    if (asked === 0) continue;
    const rarity = gramRarity(statistics, hash);
    const times = weights[at] ?? 0;
    const share = Math.min(1, asked) * rarity ** 2;
    ofArticle += share;
    ofQuestion += share;
    ofLead += Math.min(1, question.leadPairs[hash] ?? 0) * rarity ** 2;
    saturated += (share * times) / (times + damping);
    rarest = Math.max(rarest, Math.min(1, asked) * rarity);
  }
  return {
    ofArticle: ofArticle / (document.coreMass || 1),
    ofQuestion: ofQuestion / question.pairMass,
    ofLead: ofLead / question.leadMass,
    saturated: saturated / question.pairMass,
    rarest: rarest / Math.log(2 + statistics.articles),
  };
}

function wordShare(question: SearchQuestion, { words }: SearchDocument, statistics: BaseStatistics): number {
  let sum = 0;
  for (let at = words.from; at < words.to; at += 1) {
    const hash = words.hashes[at] ?? 0;
    if (!isAsked(question.asked, hash)) continue;
    const asked = question.words[hash] ?? 0;
    if (asked > 0) sum += Math.min(1, question.wordShares[hash] ?? 0) * wordRarity(statistics, hash) ** 2;
  }
  return sum / question.wordMass;
}

const numbersCounted = 3;

function numbersShared(question: SearchQuestion, document: SearchDocument, statistics: BaseStatistics): number {
  const both = question.numbers.filter((hash) => document.numbers.has(hash));
  return both.slice(0, numbersCounted).reduce((sum, hash) => sum + wordRarity(statistics, hash), 0);
}

function placeFeatures(question: SearchQuestion, document: SearchDocument, neighbourhood: Neighbourhood) {
  const isNamed = document.places.size > 0;
  const isOther = isNamed && question.places.size > 0 && !share(question.places, document.places);
  const placeTalk = neighbourhood.placeTalk(document);
  return {
    otherPlace: Number(isOther),
    noPlace: Number(!isNamed),
    nearPlace: Number(areNear(question.places, document.places)),
    placeTalk,
    placeTalkAlone: isNamed ? 0 : placeTalk,
  };
}
