// npm run bench -- scripts/train-taught.ts
// Learns `taught` of models/search/abstention.json: how surely an article answers where an office has confirmed questions and marked others as
// ones that no article is to be written for. From the tuning half of evals/kb with its pairs and gaps, in offices with one, three, eight confirmed
// questions an article and uneven ones with half the gaps; rules as in scripts/train-asked.ts,
// after which it is run, and what may be told wrongly counted with a third of the callers' phrases and with all. A logistic regression over
// the article ranked first, L2. Prints for each office how many questions outside the base were told and how many others wrongly, in held-out folds.
import { readFileSync, writeFileSync } from "node:fs";
import { taughtNames } from "../src/kb/abstention-weights.ts";
import { signsOf } from "../src/kb/relevance.ts";
import { type Features, featureNames } from "../src/kb/search/features.ts";
import { rankingWeights } from "../src/kb/search/ranking-weights.ts";
import { loadRules } from "../src/platform/rules/index.ts";
import { fitLogistic, type LogisticFit } from "./fit-logistic.ts";
import { candidateList } from "./search-lists.ts";
import { knownTexts, nearnessTo, type Office, officeOf } from "./search-pairs.ts";
import { type CallQuestion, fewNames, tuningQuestions, withoutNames } from "./search-questions.ts";

/** `hits`: the signs of the articles ranked first, best first. */
type Example = {
  group: number;
  office: string;
  size: (typeof sizes)[number];
  /** How many confirmed questions the articles of the office have. */
  known: number;
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
const sizes = [1, 3, 8, "uneven"] as const;
const knownAt = taughtNames.indexOf("known");

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
  sizes.flatMap((size) => {
    const asked = known.upTo(size).filter(({ article, text }) => article >= 0 || size !== "uneven" || text.length % 2);
    const office = officeOf(asked, view.rules);
    return questions.map((question, group): Example => {
      const { hasAnswer } = question;
      const { known } = office.book;
      const about = { group, office: `${view.name} ${size}`, size, known, setsFloor: view.setsFloor, hasAnswer };
      return { ...about, hits: hitsOf(question, office) };
    });
  }),
);
const scored = examples.map((example): Scored => ({ ...example, score: 0 }));
for (let fold = 0; fold < folds; fold += 1) {
  const fit = fitOf(examples.filter(({ group }) => group % folds !== fold));
  for (const example of scored) if (example.group % folds === fold) example.score = scoreOf(example, fit);
}
/** Below it an office with so many confirmed questions abstains: a line through those at which each of the offices would be wrong so often. */
const floor = lineThrough(sizes.map((size) => floorOf(scored.filter((each) => each.setsFloor && each.size === size))));
const { weights, bias } = fitOf(examples);
const rounded = (value: number) => Math.round(100 * value) / 100;
const adjusted = weights.map((weight, at) => (at === knownAt ? weight - floor.slope : weight));
const taught = {
  weights: Object.fromEntries(taughtNames.map((name, at) => [name, rounded(adjusted[at] ?? 0)])),
  bias: rounded(bias - floor.start),
};
const file = "models/search/abstention.json";
writeFileSync(file, `${JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), taught }, null, 1)}\n`);
const told = (from: readonly Scored[], isAnswered: boolean) => {
  const asked = from.filter(({ hasAnswer }) => hasAnswer === isAnswered);
  return (
    Math.round(
      (1000 * asked.filter(({ score, known }) => score < floor.start + floor.slope * known).length) / asked.length,
    ) / 1000
  );
};
const offices = [...new Set(scored.map(({ office }) => office))].map((name) => {
  const own = scored.filter(({ office }) => office === name);
  return [name, { outsideTold: told(own, false), wrongAbstentions: told(own, true) }];
});
process.stdout.write(`${JSON.stringify({ taught, heldOut: Object.fromEntries(offices) }, null, 1)}\n`);

/** What an office knows, and the score below which so many of its answerable questions lie. */
function floorOf(from: readonly Scored[]): { known: number; score: number } {
  const scores = from.filter(({ hasAnswer }) => hasAnswer).map(({ score }) => score);
  const lowest = scores.sort((left, right) => left - right)[Math.floor(wronglyTold * scores.length)] ?? 0;
  return { known: from[0]?.known ?? 0, score: lowest };
}

/** Least squares. */
function lineThrough(marks: readonly { known: number; score: number }[]): { start: number; slope: number } {
  const mean = (of: (mark: { known: number; score: number }) => number) =>
    marks.reduce((sum, mark) => sum + of(mark), 0) / marks.length;
  const [known, score] = [mean((mark) => mark.known), mean((mark) => mark.score)];
  const slope = mean((mark) => (mark.known - known) * (mark.score - score)) / mean((mark) => (mark.known - known) ** 2);
  return { start: score - slope * known, slope };
}

function hitsOf(question: CallQuestion, office: Office): number[][] {
  const asked = nearnessTo(office, question.text);
  const { rows, evidence } = candidateList(base, { ...question, asked }, office.rules, true, looked);
  return rows
    .map((row, at) => {
      const features = Object.fromEntries(featureNames.map((name, place) => [name, row[place] ?? 0])) as Features;
      const points = featureNames.reduce((sum, name) => sum + ranking[name] * features[name], 0);
      return signsOf({ points, features }, { rarestInTitle: 0, noMatter: true, ...evidence[at], ...asked });
    })
    .sort((left, right) => right.points - left.points)
    .slice(0, listed)
    .map((hit) => taughtNames.map((name) => hit[name]));
}

function fitOf(from: readonly Example[]): LogisticFit {
  const [rows, labels] = [from.map(({ hits }) => hits[0] ?? []), from.map(({ hasAnswer }) => hasAnswer)];
  return fitLogistic(rows, labels, decay);
}

/** Search abstains when none of those listed is an answer. */
function scoreOf({ hits }: Example, fit: LogisticFit): number {
  return Math.max(...hits.map((hit) => hit.reduce((sum, value, at) => sum + value * (fit.weights[at] ?? 0), fit.bias)));
}
