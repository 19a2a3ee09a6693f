// npm run bench -- scripts/train-asked.ts
// Learns in models/search/weights.json what nearness to confirmed questions counts beside the other likenesses, which stay as
// scripts/train-search.ts learned them: a base without confirmed questions is searched as before. From the tuning half of evals/kb and its
// pairs, in offices with one, three, six confirmed questions an article and uneven ones. Most callers' phrases of the rules were written when
// the tuning questions were known, so these are seen without any, and with a third of them; confirmed questions beyond the sixth are asked
// too, for little, since their writers had the article before them. Prints recall of held-out folds at 1 and 3, with all rules too.
import { readFileSync, writeFileSync } from "node:fs";
import { farFromAll } from "../src/kb/search/asked/nearness.ts";
import { askedNames, featureNames } from "../src/kb/search/features.ts";
import { rankingWeights } from "../src/kb/search/ranking-weights.ts";
import { loadRules } from "../src/platform/rules/index.ts";
import { addListSlope } from "./list-slope.ts";
import { type Asked, type CandidateList, candidateList } from "./search-lists.ts";
import { knownTexts, nearnessTo, officeOf } from "./search-pairs.ts";
import { fewNames, tuningQuestions, withoutNames } from "./search-questions.ts";

type Example = { group: number; source: string; weight: number; base: number[]; rows: number[][]; answers: boolean[] };

const folds = 5;
const rounds = 120;
const decay = 0.001;
const looked = 80;
const sizes = [1, 3, 6, "uneven"] as const;
const confirmedWeight = 0.02;

const rules = loadRules("rules", "yunling");
const views = [
  { name: "noRules", weight: 0.15, rules: withoutNames(rules) },
  { name: "fewRules", weight: 0.1, rules: fewNames(rules, 1, (third) => third === 0) },
  { name: "allRules", weight: 0, rules },
];
const shipped = rankingWeights("call");
const places = askedNames.map((name) => featureNames.indexOf(name));
const examples = allExamples();
const scales = scalesOf(examples);
const found: Record<string, number[]> = {};
for (let fold = 0; fold < folds; fold++) {
  const weights = train(examples.filter(({ group }) => group % folds !== fold));
  for (const example of examples.filter(({ group }) => group % folds === fold)) {
    found[example.source] ??= [];
    found[example.source]?.push(rankOf(example, weights));
  }
}
const weights = train(examples);
const asked = Object.fromEntries(askedNames.map((name, at) => [name, Math.round(100 * (weights[at] ?? 0)) / 100]));
const file = "models/search/weights.json";
const { weights: calls, letterWeights, ...about } = JSON.parse(readFileSync(file, "utf8"));
const both = { weights: { ...calls, ...asked }, letterWeights: { ...letterWeights, ...asked } };
writeFileSync(file, `${JSON.stringify({ ...about, ...both }, null, 1)}\n`);
const share = (ranks: readonly number[], within: number) =>
  Math.round((1000 * ranks.filter((rank) => rank <= within).length) / ranks.length) / 1000;
const heldOut = Object.entries(found).map(([source, ranks]) => [source, [share(ranks, 1), share(ranks, 3)]]);
process.stdout.write(`${JSON.stringify({ asked, heldOutAt1And3: Object.fromEntries(heldOut) }, null, 1)}\n`);

function allExamples(): Example[] {
  const { base, questions, numbers } = tuningQuestions(rules);
  const known = knownTexts(questions, numbers);
  const held = known.beyond(6);
  const answerable = questions.filter(({ hasAnswer }) => hasAnswer);
  return views.flatMap((view, turn) =>
    [0, ...sizes].flatMap((size, at) => {
      const office = officeOf(known.upTo(size), view.rules);
      const exampleOf = (question: Asked, group: number, source: string, weight: number): Example => {
        const nearness = size === 0 ? farFromAll : nearnessTo(office, question.text);
        const list = candidateList(base, { ...question, asked: nearness }, view.rules, true, looked);
        return { group, source: `${source} ${view.name} ${size}`, weight: size === 0 ? 0 : weight, ...partsOf(list) };
      };
      const asConfirmed = held.flatMap(({ text, article }, group) => {
        if (size === 0 || view.weight === 0 || (group + turn) % sizes.length !== at - 1) return [];
        const question = { text, isAnswer: (other: number) => other === article, mayAnswer: () => true };
        return [exampleOf(question, group, "confirmed", confirmedWeight)];
      });
      return [...answerable.map((each, group) => exampleOf(each, group, "call", view.weight)), ...asConfirmed];
    }),
  );
}

function partsOf({ rows, answers }: CandidateList): Pick<Example, "base" | "rows" | "answers"> {
  const isAsked = new Set(places);
  const base = rows.map((row) =>
    featureNames.reduce((sum, name, at) => sum + (isAsked.has(at) ? 0 : shipped[name] * (row[at] ?? 0)), 0),
  );
  return { base, rows: rows.map((row) => places.map((place) => row[place] ?? 0)), answers };
}

/** Standard deviation of each likeness over all candidates. */
function scalesOf(from: readonly Example[]): number[] {
  const rows = from.flatMap((example) => example.rows);
  return places.map((_, at) => {
    const mean = rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / rows.length;
    return Math.sqrt(rows.reduce((sum, row) => sum + ((row[at] ?? 0) - mean) ** 2, 0) / rows.length) || 1;
  });
}

/** AdaGrad over scaled likenesses; nearness never counts against an article. */
function train(from: readonly Example[]): number[] {
  const used = from.filter(({ weight, answers }) => weight > 0 && answers.includes(true));
  const total = used.reduce((sum, { weight }) => sum + weight, 0);
  const inner = places.map(() => 0);
  const squares = places.map(() => 1e-8);
  for (let round = 0; round < rounds; round++) {
    const slope = inner.map((weight) => -2 * decay * weight);
    const scaled = inner.map((each, at) => each / (scales[at] ?? 1));
    for (const example of used)
      addListSlope(slope, example, pointsOf(example, scaled), { scales, weight: example.weight / total });
    for (const [at, up] of slope.entries()) {
      squares[at] = (squares[at] ?? 0) + up * up;
      const moved = (inner[at] ?? 0) + (0.5 * up) / Math.sqrt(squares[at] ?? 1);
      inner[at] = askedNames[at] === "askedOften" ? moved : Math.max(0, moved);
    }
  }
  return inner.map((weight, at) => weight / (scales[at] ?? 1));
}

function pointsOf({ base, rows }: Example, by: readonly number[]): number[] {
  return rows.map((row, at) => (base[at] ?? 0) + row.reduce((sum, value, sign) => sum + (by[sign] ?? 0) * value, 0));
}

/** Beyond all when no answer is among the candidates. */
function rankOf(example: Example, by: readonly number[]): number {
  const points = pointsOf(example, by);
  const best = Math.max(...points.filter((_, at) => example.answers[at]));
  return example.answers.includes(true) ? 1 + points.filter((point) => point > best).length : Number.POSITIVE_INFINITY;
}
