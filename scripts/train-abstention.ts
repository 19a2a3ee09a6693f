// npm run bench -- scripts/train-abstention.ts
// Makes models/search/abstention.json: how surely an article that search found answers (src/kb/relevance.ts), learned from the tuning half
// of evals/kb. Run it after scripts/train-search.ts, whose points it weighs. A logistic regression over the article ranked first, L2. Each
// question is seen with all words and names of the rules, and three times with fewer of them, then with an opening that says nothing
// before seven of ten questions outside the base and two of ten others, so that how long they are tells nothing.
// An office that has confirmed no question and marked none is meant; scripts/train-taught.ts learns what tells where it has.
// Prints how many of the questions seen whole were told as outside the base in held-out folds; the half for reporting is not read.
import { readFileSync, writeFileSync } from "node:fs";
import { signNames } from "../src/kb/abstention-weights.ts";
import { signsOf } from "../src/kb/relevance.ts";
import { type Features, featureNames } from "../src/kb/search/features.ts";
import { longestSpoken } from "../src/kb/search/question.ts";
import { rankingWeights } from "../src/kb/search/ranking-weights.ts";
import { loadRules, type Rules } from "../src/platform/rules/index.ts";
import { fitLogistic, type LogisticFit } from "./fit-logistic.ts";
import { candidateList } from "./search-lists.ts";
import { type CallQuestion, fewNames, tuningQuestions } from "./search-questions.ts";

/** `hits`: the signs of the articles ranked first, best first. */
type Example = { group: number; isWhole: boolean; hasAnswer: boolean; hits: number[][] };

const looked = 80;
const listed = 3;
const folds = 8;
const decay = 2;
const variants = 3;
/** So many answerable questions may be told as outside the base where some words are unknown. */
const wronglyTold = 0.02;
const opened = { answered: 20, outside: 70 };
const openings = [
  "我想问一下啊",
  "昨天去窗口问了人家也没说明白",
  "我是外地来的不太懂",
  "急着用，麻烦帮我查查",
  "邻居跟我说打这个电话能问",
  "打了好几个电话都没人说得清",
  "不好意思打扰了",
  "我家里人让我问的",
];

const rules = loadRules("rules", "yunling");
const { base, questions } = tuningQuestions(rules);
const groups = questions.map(({ id }) => id).sort();
const thinned = Array.from({ length: variants }, (_, at) => fewNames(rules, at, (third) => third !== 0));
const examples = questions.flatMap((question) => [
  exampleOf(question, rules, true),
  ...thinned.map((view, at) => exampleOf({ ...question, text: withOpening(question, at) }, view, false)),
]);
const scored = examples.map((example) => ({ ...example, score: 0 }));
for (let fold = 0; fold < folds; fold += 1) {
  const fit = fitOf(examples.filter(({ group }) => group % folds !== fold));
  for (const example of scored) if (example.group % folds === fold) example.score = scoreOf(example, fit);
}
const unsure = scored.filter(({ isWhole, hasAnswer }) => !isWhole && hasAnswer).map(({ score }) => score);
const floor = unsure.sort((left, right) => left - right)[Math.floor(wronglyTold * unsure.length)] ?? 0;
const { weights, bias } = fitOf(examples);
const rounded = (value: number) => Math.round(100 * value) / 100;
const file = "models/search/abstention.json";
const content = {
  version: 2,
  questions: questions.length,
  weights: Object.fromEntries(signNames.map((name, at) => [name, rounded(weights[at] ?? 0)])),
  bias: rounded(bias - floor),
};
const { taught } = JSON.parse(readFileSync(file, "utf8"));
writeFileSync(file, `${JSON.stringify({ ...content, taught }, null, 1)}\n`);
const told = (isAnswered: boolean) => {
  const asked = scored.filter(({ isWhole, hasAnswer }) => isWhole && hasAnswer === isAnswered);
  return Math.round((1000 * asked.filter(({ score }) => score < floor).length) / asked.length) / 1000;
};
process.stdout.write(`${JSON.stringify({ ...content, outsideTold: told(false), wrongAbstentions: told(true) })}\n`);

function exampleOf(question: CallQuestion, view: Rules, isWhole: boolean): Example {
  const { rows, evidenceAt } = candidateList(base, question, view, true, looked);
  const ranking = rankingWeights(question.text.length > longestSpoken ? "letter" : "call");
  const hits = rows
    .map((row, at) => {
      const features = Object.fromEntries(featureNames.map((name, place) => [name, row[place] ?? 0])) as Features;
      const points = featureNames.reduce((sum, name) => sum + ranking[name] * features[name], 0);
      return signsOf({ points, features }, evidenceAt(at));
    })
    .sort((left, right) => right.points - left.points)
    .slice(0, listed);
  const signs = hits.map((hit) => signNames.map((name) => hit[name]));
  return { group: groups.indexOf(question.id), isWhole, hasAnswer: question.hasAnswer, hits: signs };
}

function fitOf(from: readonly Example[]): LogisticFit {
  const [rows, labels] = [from.map(({ hits }) => hits[0] ?? []), from.map(({ hasAnswer }) => hasAnswer)];
  return fitLogistic(rows, labels, decay);
}

/** Search abstains when none of those listed is an answer. */
function scoreOf({ hits }: Example, { weights, bias }: LogisticFit): number {
  return Math.max(...hits.map((hit) => hit.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias)));
}

function withOpening({ id, text, hasAnswer }: CallQuestion, variant: number): string {
  const drawn = [...id].reduce((sum, char) => (31 * sum + char.charCodeAt(0)) % 100, 0);
  const place = (61 * drawn + 79 + variant) % 100;
  if (place >= (hasAnswer ? opened.answered : opened.outside)) return text;
  return `${openings[place % openings.length]}，${text}`;
}
