// npm run bench -- scripts/train-threat.ts
// Makes models/threat/weights.json: which clauses of a caller are a threat (附录C.4), learned from the tuning calls of evals/inbound, where people
// wrote the words to be quoted. Prints for confidences what it finds in sets left out of learning: threats whose quote score.py would take,
// and other urgent and ordinary calls in which it would hear one.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { textF1 } from "../evals/scorers.ts";
import { readTalk, type Talk } from "../src/classify/talk/talk.ts";
import {
  ordinary,
  type SpokenClause,
  spokenClauses,
  surestClause,
  type ThreatWeights,
  threatening,
  threatSettings,
} from "../src/classify/threat-model.ts";
import { Call } from "../src/orders/index.ts";
import { type LabelledExample, packModel, trainClassifier } from "../src/platform/learn/index.ts";
import { loadRules } from "../src/platform/rules/index.ts";
import { plainText } from "../src/platform/text/index.ts";

type Sample = { group: number; talk: Talk; quotes: string[]; isUrgent: boolean; rows: LabelledExample[] };

const groups = 6;
const alike = 0.6;
const options = { settings: threatSettings, rowsMin: 3, errorCost: 3, balance: 0.5, folds: 3, seed: 1 };
const rules = loadRules("rules", "yunling");
const samples = readdirSync("evals/inbound")
  .filter((name) => name.startsWith("tune-"))
  .sort()
  .flatMap((name, at) =>
    readFileSync(`evals/inbound/${name}`, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => read(line, at % groups)),
  );

const heard = Array.from({ length: groups }, (_, group) => {
  const { model } = trainClassifier(
    samples.filter((each) => each.group !== group).flatMap(({ rows }) => rows),
    options,
  );
  return samples
    .filter((each) => each.group === group)
    .map((sample) => ({ sample, surest: surestClause(sample.talk, model) }));
}).flat();
const shareOf = (from: typeof heard, is: (each: (typeof heard)[number]) => boolean): number =>
  Math.round((1000 * from.filter(is).length) / from.length) / 1000;
const threats = heard.filter(({ sample }) => sample.quotes.length > 0);
const others = heard.filter(({ sample }) => sample.quotes.length === 0);
const isQuoted = ({ sample, surest }: (typeof heard)[number]): boolean =>
  sample.quotes.some((quote) => textF1(surest?.spoken.sentence.text ?? "", quote) >= alike);
console.log(threats.length, "calls with threats; quoted by the surest clause:", shareOf(threats, isQuoted));
for (const floor of [0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7]) {
  const isHeard = ({ surest }: (typeof heard)[number]) => (surest?.confidence ?? 0) >= floor;
  const urgent = others.filter(({ sample }) => sample.isUrgent);
  const calm = others.filter(({ sample }) => !sample.isUrgent);
  console.log(floor, {
    found: shareOf(threats, (each) => isHeard(each) && isQuoted(each)),
    urgent: shareOf(urgent, isHeard),
    calm: shareOf(calm, isHeard),
  });
}

const rows = samples.flatMap((sample) => sample.rows);
const { model, validation } = trainClassifier(rows, options);
console.log(rows.length, "clauses; held out:", JSON.stringify(validation));
const weights: ThreatWeights = { version: 1, trainedRows: rows.length, clauses: packModel(model) };
writeFileSync("models/threat/weights.json", `${JSON.stringify(weights)}\n`);

function read(line: string, group: number): Sample {
  const sample = JSON.parse(line);
  const talk = readTalk(Call.parse(sample), rules.listening);
  const quotes: string[] = sample.gold.threatQuotes;
  const rows = spokenClauses(talk).map(({ spoken, example }) => ({
    example,
    label: isOf(spoken, quotes) ? threatening : ordinary,
  }));
  return { group, talk, quotes, isUrgent: sample.gold.urgent === "紧急", rows };
}

/** Half of the clause stands in a quote, or the quote in the clause. */
function isOf({ turn, clause }: SpokenClause, quotes: readonly string[]): boolean {
  return quotes.some((quote) => {
    const plain = plainText(quote);
    const from = turn.text.indexOf(plain);
    if (from < 0 || plain === "") return false;
    const shared = Math.min(clause.end, from + plain.length) - Math.max(clause.start, from);
    return 2 * shared >= Math.min(clause.end - clause.start, plain.length);
  });
}
