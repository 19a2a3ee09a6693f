// npm run bench -- scripts/train-taught.ts
// Learns `taught` of models/search/abstention.json: how surely an article answers where an office has confirmed questions and marked others as
// ones that no article is to be written for. From the tuning half of evals/kb with its pairs and gaps, in offices with one, three, eight, fourteen confirmed
// questions an article and uneven ones with half the gaps, each asked the tuning questions and some of the pairs and gaps that it does not know;
// rules as in scripts/train-asked.ts, after which it is run, and what may be told wrongly counted on the tuning questions with a third of the
// callers' phrases and with all. A logistic regression over the article ranked first, L2. Prints for each office how many questions outside the base
// were told and how many others wrongly, in held-out folds, of the tuning questions and of the others.
import { readFileSync, writeFileSync } from "node:fs";
import { type Floor, floorAt, taughtNames } from "../src/kb/abstention-weights.ts";
import { signsOf } from "../src/kb/relevance.ts";
import { hashOf } from "../src/kb/search/bags.ts";
import { type Features, featureNames } from "../src/kb/search/features.ts";
import { rankingWeights } from "../src/kb/search/ranking-weights.ts";
import { loadRules } from "../src/platform/rules/index.ts";
import { fitLogistic, type LogisticFit } from "./fit-logistic.ts";
import { candidateList } from "./search-lists.ts";
import { type KnownText, knownTexts, nearnessTo, type Office, officeOf } from "./search-pairs.ts";
import { type CallQuestion, fewNames, tuningQuestions, withoutNames } from "./search-questions.ts";

/** `hits`: the signs of the articles ranked first, best first. */
type Example = {
  group: number;
  office: string;
  size: (typeof sizes)[number];
  /** How many confirmed questions the articles of the office have. */
  known: number;
  isTuning: boolean;
  setsFloor: boolean;
  hasAnswer: boolean;
  hits: number[][];
};
type Scored = Example & { score: number };

const looked = 80;
const listed = 3;
const folds = 6;
const decay = 2;
/** So many answerable questions may be told as outside the base. */
const wronglyTold = 0.045;
const even = [1, 3, 8, 14] as const;
const sizes = [...even, "uneven"] as const;
/** Of the marked questions one of so many is asked an office that does not know it, and of the confirmed ones it does not know. */
const heldOut = 6;
const askedOf = 12;
/** A number of its own for each text. */
const draw = (text: string): number => hashOf(text) >>> 3;

const rules = loadRules("rules", "yunling");
const views = [
  { name: "noRules", setsFloor: false, rules: withoutNames(rules) },
  { name: "fewRules", setsFloor: true, rules: fewNames(rules, 1, (third) => third === 0) },
  { name: "allRules", setsFloor: true, rules },
];
const { base, questions, numbers } = tuningQuestions(rules);
const known = knownTexts(questions, numbers);
const ranking = rankingWeights("call");
const examples = views.flatMap((view) =>
  sizes.flatMap((size, at) => {
    const isKept = ({ text, article }: KnownText) =>
      article >= 0 || (draw(text) % heldOut !== at && (size !== "uneven" || text.length % 2 === 1));
    const asked = known.upTo(size).filter(isKept);
    const office = officeOf(asked, view.rules);
    const left = [...known.beyond(size), ...known.gaps].filter(
      ({ text, article }) => draw(text) % (article < 0 ? heldOut : askedOf) === at,
    );
    return [...questions, ...left.map(leftOut)].map((question): Example => {
      const { text, hasAnswer } = question;
      const isTuning = question.id !== "";
      const about = { group: draw(text), office: `${view.name} ${size}`, size, known: office.book.known, isTuning };
      return { ...about, setsFloor: isTuning && view.setsFloor, hasAnswer, hits: hitsOf(question, office) };
    });
  }),
);
const scored = examples.map((example): Scored => ({ ...example, score: 0 }));
for (let fold = 0; fold < folds; fold += 1) {
  const fit = fitOf(examples.filter(({ group }) => group % folds !== fold));
  for (const example of scored) if (example.group % folds === fold) example.score = scoreOf(example, fit);
}
/** Below it an office with so many confirmed questions abstains: where each of the offices would be wrong so often. */
const floors = even.map((size) => floorOf(scored.filter((each) => each.setsFloor && each.size === size)));
const { weights, bias } = fitOf(examples);
const rounded = (value: number) => Math.round(100 * value) / 100;
const taught = {
  weights: Object.fromEntries(taughtNames.map((name, at) => [name, rounded(weights[at] ?? 0)])),
  bias: rounded(bias),
  floors: floors.map(({ known, at }) => ({ known: rounded(known), at: rounded(at) })),
};
const file = "models/search/abstention.json";
writeFileSync(file, `${JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), taught }, null, 1)}\n`);
const told = (from: readonly Scored[], isAnswered: boolean): number => {
  const asked = from.filter(({ hasAnswer }) => hasAnswer === isAnswered);
  const below = asked.filter(({ score, known }) => score < floorAt(floors, known));
  return Math.round((1000 * below.length) / asked.length) / 1000;
};
const toldOf = (from: readonly Scored[]) => ({ outsideTold: told(from, false), wrongAbstentions: told(from, true) });
const offices = [...new Set(scored.map(({ office }) => office))].map((name) => {
  const own = scored.filter(({ office }) => office === name);
  return [
    name,
    { ...toldOf(own.filter(({ isTuning }) => isTuning)), others: toldOf(own.filter(({ isTuning }) => !isTuning)) },
  ];
});
process.stdout.write(`${JSON.stringify({ taught, heldOut: Object.fromEntries(offices) }, null, 1)}\n`);

/** What an office knows, and the score below which so many of its answerable questions lie. */
function floorOf(from: readonly Scored[]): Floor {
  const scores = from.filter(({ hasAnswer }) => hasAnswer).map(({ score }) => score);
  const lowest = scores.sort((left, right) => left - right)[Math.floor(wronglyTold * scores.length)] ?? 0;
  return { known: from[0]?.known ?? 0, at: lowest };
}

/** A confirmed or marked question that an office does not know. */
function leftOut({ text, article }: KnownText): CallQuestion {
  const isAnswer = (at: number) => at === article;
  return { id: "", text, hasAnswer: article >= 0, isAnswer, mayAnswer: () => true };
}

function hitsOf(question: CallQuestion, office: Office): number[][] {
  const asked = nearnessTo(office, question.text);
  const { rows, evidenceAt } = candidateList(base, { ...question, asked }, office.rules, true, looked);
  return rows
    .map((row, at) => {
      const features = Object.fromEntries(featureNames.map((name, place) => [name, row[place] ?? 0])) as Features;
      return { at, features, points: featureNames.reduce((sum, name) => sum + ranking[name] * features[name], 0) };
    })
    .sort((left, right) => right.points - left.points)
    .slice(0, listed)
    .map((hit) => signsOf(hit, evidenceAt(hit.at)))
    .map((signs) => taughtNames.map((name) => signs[name]));
}

function fitOf(from: readonly Example[]): LogisticFit {
  const [rows, labels] = [from.map(({ hits }) => hits[0] ?? []), from.map(({ hasAnswer }) => hasAnswer)];
  return fitLogistic(rows, labels, decay);
}

/** Search abstains when none of those listed is an answer. */
function scoreOf({ hits }: Example, fit: LogisticFit): number {
  return Math.max(...hits.map((hit) => hit.reduce((sum, value, at) => sum + value * (fit.weights[at] ?? 0), fit.bias)));
}
