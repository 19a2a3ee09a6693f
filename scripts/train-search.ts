// npm run bench -- scripts/train-search.ts replies.csv
// Makes models/search/weights.json: learns what each likeness of a question and an article counts, from the tuning half of the letters
// (bench/search/letters.ts) and of evals/kb. A softmax over the candidates of a question (conditional logit), L2. The questions of
// evals/kb are seen without the bridge and with a third of its words, since most of them were known when its words were written.
// No question is confirmed for an article here: run scripts/train-asked.ts afterwards, which learns what those count.
// Prints recall at 1 and at 3 of held-out folds of both halves; the halves for reporting are not read.
import { writeFileSync } from "node:fs";
import { readLetters } from "../bench/search/letters.ts";
import { featureNames, matterNames } from "../src/kb/search/features.ts";
import { loadRules } from "../src/platform/rules/index.ts";
import { addListSlope } from "./list-slope.ts";
import { type CandidateList, candidateList, plainBase } from "./search-lists.ts";
import { thirdOf, tuningQuestions } from "./search-questions.ts";

type Example = { group: number; source: "letter" | "call"; weight: number; list: CandidateList };

const path = process.argv[2];
if (!path) throw new Error("usage: npm run bench -- scripts/train-search.ts replies.csv");
const folds = 5;
const rounds = 150;
const decay = 0.01;
const looked = { letter: 150, call: 80 };
const variants = 3;
const callWeight = 0.5;

const rules = loadRules("rules", "yunling");
const examples = [...letterExamples(path), ...callExamples()].filter(({ list }) => list.answers.includes(true));
const scales = scalesOf(examples);
const found: Record<string, number[]> = { letter: [], call: [] };
for (let fold = 0; fold < folds; fold++) {
  const weights = train(examples.filter(({ group }) => group % folds !== fold));
  for (const { source, list } of examples.filter(({ group }) => group % folds === fold))
    found[source]?.push(rankOf(list, weights));
}
const share = (ranks: readonly number[] = [], within: number) =>
  Math.round((1000 * ranks.filter((rank) => rank <= within).length) / ranks.length) / 1000;
const named = (weights: readonly number[]) =>
  Object.fromEntries(featureNames.map((name, at) => [name, Math.round(100 * (weights[at] ?? 0)) / 100]));
const weights = named(train(examples));
const letterWeights = named(train(examples.map(withoutMatters)));
const lists = new Set(examples.map(({ source, group }) => `${source}${group}`)).size;
writeFileSync(
  "models/search/weights.json",
  `${JSON.stringify({ version: 1, lists, weights, letterWeights }, null, 1)}\n`,
);
const heldOut = Object.entries(found).map(([source, ranks]) => [
  source,
  { at1: share(ranks, 1), at3: share(ranks, 3) },
]);
process.stdout.write(`${JSON.stringify({ lists, heldOutFolds: Object.fromEntries(heldOut) })}\n`);

function letterExamples(file: string): Example[] {
  const { letters, replies } = readLetters(file);
  const articles = replies.map((body, at) => ({ title: `答复 ${at}`, body, region: null }));
  const base = plainBase(articles, rules);
  return letters
    .filter(({ isTuned }) => isTuned)
    .map(({ query, reply }, group) => {
      const asked = { text: query, isAnswer: (at: number) => at === reply, mayAnswer: () => true };
      return { group, source: "letter", weight: 1, list: candidateList(base, asked, rules, true, looked.letter) };
    });
}

function callExamples(): Example[] {
  const { base, questions } = tuningQuestions(rules);
  const bridges = [rules, ...Array.from({ length: variants }, (_, at) => thirdOf(rules, at))];
  return questions
    .filter(({ hasAnswer }) => hasAnswer)
    .flatMap((asked, group) =>
      bridges.map((bridge, at): Example => {
        const list = candidateList(base, asked, bridge, at > 0, looked.call);
        return { group, source: "call", weight: callWeight / bridges.length, list };
      }),
    );
}

/** Letters say in official words what they are about, so the matters of the rules are left out of what they weigh. */
function withoutMatters(example: Example): Example {
  const rows = example.list.rows.map((row) =>
    row.map((value, at) => (matterNames.some((name) => name === featureNames[at]) ? 0 : value)),
  );
  return { ...example, list: { ...example.list, rows } };
}

/** Standard deviation of each likeness over all candidates. */
function scalesOf(from: readonly Example[]): number[] {
  const rows = from.flatMap(({ list }) => list.rows);
  return featureNames.map((_, at) => {
    const mean = rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / rows.length;
    return Math.sqrt(rows.reduce((sum, row) => sum + ((row[at] ?? 0) - mean) ** 2, 0) / rows.length) || 1;
  });
}

/** AdaGrad over scaled likenesses; the weights come back for likenesses as they are. */
function train(from: readonly Example[]): number[] {
  const inner = featureNames.map(() => 0);
  const squares = featureNames.map(() => 1e-8);
  const total = from.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 0; round < rounds; round++) {
    const slope = inner.map((weight) => -2 * decay * weight);
    for (const { list, weight } of from)
      addListSlope(slope, list, pointsOf(list, inner), { scales, weight: weight / total });
    for (const [at, up] of slope.entries()) {
      squares[at] = (squares[at] ?? 0) + up * up;
      inner[at] = (inner[at] ?? 0) + (0.5 * up) / Math.sqrt(squares[at] ?? 1);
    }
  }
  return inner.map((weight, at) => weight / (scales[at] ?? 1));
}

function pointsOf({ rows }: CandidateList, inner: readonly number[]): number[] {
  return rows.map((row) => row.reduce((sum, value, at) => sum + ((inner[at] ?? 0) * value) / (scales[at] ?? 1), 0));
}

function rankOf({ rows, answers }: CandidateList, weights: readonly number[]): number {
  const points = rows.map((row) => row.reduce((sum, value, at) => sum + (weights[at] ?? 0) * value, 0));
  const best = Math.max(...points.filter((_, at) => answers[at]));
  return 1 + points.filter((point) => point > best).length;
}
