// npm run bench -- scripts/train-wording.ts
// Makes models/wording/weights.json: learns from train.jsonl, sets the thresholds on tune.jsonl and on held-out folds of train.jsonl.
import { readFileSync, writeFileSync } from "node:fs";
import { heldOutConfidences, packModel, type TrainOptions, trainClassifier } from "../src/platform/learn/index.ts";
import { parsePart } from "../src/platform/rules/index.ts";
import { clausesOf } from "../src/platform/text/index.ts";
import { auditWording, WordingInput } from "../src/qa/index.ts";
import { leadingLabel, leadingShare, leads, neutralLabel, type Thresholds } from "../src/qa/wording-judge.ts";
import { clauseExample, insideLabel, outsideLabel } from "../src/qa/wording-learned-span.ts";
import { type Prepared, prepareWording } from "../src/qa/wording-prepare.ts";
import { type WordingWeights, wordingModelOf, wordingSettings } from "../src/qa/wording-weights.ts";

type Answer = { leading: boolean; type: string | null; severity: string | null; span: string | null };
type Sample = WordingInput & Answer;
type Ready = Prepared & { sample: Sample };

const folder = "models/wording";
const rulesPath = "rules/packs/db11t-draft/wording.yaml";
const wording = parsePart("wording", { path: rulesPath, text: readFileSync(rulesPath, "utf8") });

const common = { settings: wordingSettings, rowsMin: 3, folds: 10, seed: 1 };
const leadingOptions: TrainOptions = { ...common, errorCost: 3 };
const kindOptions: TrainOptions = { ...common, errorCost: 1 };
/** Held-out lines of other writers give twice as many false alarms as held-out folds of ours: half of the 0.06 that is allowed, and less. */
const falseAlarmsMax = 0.025;

const written = read("train");
const train = [...written, ...approvedScripts()];
const tune = read("tune");
const leadingRows = train.map(({ example, sample }) => ({ example, label: labelOf(sample) }));
const leading = trainClassifier(leadingRows, leadingOptions).model;
const kinds = (kind: "type" | "severity") =>
  trainClassifier(
    train.flatMap(({ example, sample }) => (sample[kind] ? [{ example, label: sample[kind] }] : [])),
    kindOptions,
  ).model;

const clauseRows = train.flatMap(({ masked, plain, sample }) => {
  const clauses = clausesOf(masked);
  const from = sample.span ? plain.source.indexOf(sample.span) : -1;
  const isInside = ({ start, end }: { start: number; end: number }) => {
    const middle = plain.starts[Math.floor((start + end) / 2)] ?? 0;
    return from >= 0 && middle >= from && middle < from + (sample.span?.length ?? 0);
  };
  return clauses.map((clause, at) => ({
    example: clauseExample(clauses, at),
    label: isInside(clause) ? insideLabel : outsideLabel,
  }));
});
const clause = packModel(trainClassifier(clauseRows, kindOptions).model);
const parts = {
  leading: packModel(leading),
  type: packModel(kinds("type")),
  severity: packModel(kinds("severity")),
  clause,
};
const open = wordingModelOf({
  version: 1,
  trainedRows: train.length,
  findAt: 1,
  vetoBelow: 0,
  strongVetoBelow: 0,
  ...parts,
});
const place = leading.labels.indexOf(leadingLabel);
const heldOut = heldOutConfidences(leadingRows, leadingOptions).map((row) => row[place] ?? 0);
const tuned = tune.map(({ example }) => leadingShare(open, example));
const chosen = chooseThresholds();
const weights: WordingWeights = { version: 1, trainedRows: train.length, ...chosen, ...parts };
const file = `${JSON.stringify(weights)}\n`;
writeFileSync(`${folder}/weights.json`, file);

const model = wordingModelOf(weights);
console.log(JSON.stringify({ ...chosen, trainedRows: train.length, tuneRows: tune.length, bytes: file.length }));
console.log("train, held out:", JSON.stringify(figures(written, (at) => isFound(written, heldOut, at, chosen))));
console.log("tune, rules alone:", JSON.stringify(audited(null)));
console.log("tune, with model: ", JSON.stringify(audited(model)));

function read(name: string): Ready[] {
  const lines = readFileSync(`${folder}/${name}.jsonl`, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => {
    const answer: Answer = JSON.parse(line);
    const sample = { ...answer, ...WordingInput.parse(answer) };
    return { ...prepareWording({ wording }, sample), sample };
  });
}

function labelOf(sample: Answer): string {
  return sample.leading ? leadingLabel : neutralLabel;
}

function isFound(rows: readonly Ready[], shares: readonly number[], at: number, thresholds: Thresholds): boolean {
  return leads(rows[at]?.hit ?? null, shares[at] ?? 0, thresholds);
}

function figures(rows: readonly Ready[], isFoundAt: (at: number) => boolean) {
  const count = { found: 0, lost: 0, wrong: 0, neutral: 0 };
  rows.forEach(({ sample }, at) => {
    if (!sample.leading) count.neutral += 1;
    if (isFoundAt(at)) count[sample.leading ? "found" : "wrong"] += 1;
    else if (sample.leading) count.lost += 1;
  });
  const f1 = (2 * count.found) / (2 * count.found + count.wrong + count.lost);
  return { f1: round(f1), falseAlarms: round(count.wrong / count.neutral), ...count };
}

/** The best mean F1 of tune and held-out train whose false alarms stay within the bound on both. */
function chooseThresholds(): Thresholds {
  let best: Thresholds = { findAt: 1, vetoBelow: 0, strongVetoBelow: 0 };
  let bestF1 = 0;
  for (const thresholds of grid()) {
    const onTune = figures(tune, (at) => isFound(tune, tuned, at, thresholds));
    const onTrain = figures(written, (at) => isFound(written, heldOut, at, thresholds));
    const f1 = (onTune.f1 + onTrain.f1) / 2;
    if (Math.max(onTune.falseAlarms, onTrain.falseAlarms) > falseAlarmsMax || f1 <= bestF1) continue;
    [best, bestF1] = [thresholds, f1];
  }
  return best;
}

function* grid(): Generator<Thresholds> {
  const twentieths = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => (from + at) / 20);
  for (const findAt of twentieths(8, 19))
    for (const vetoBelow of twentieths(0, 12))
      for (const strongVetoBelow of twentieths(0, 12))
        if (strongVetoBelow <= vetoBelow) yield { findAt, vetoBelow, strongVetoBelow };
}

/** The service phrases and callback scripts of both sources: whatever else the model learns, these are neutral. */
function approvedScripts(): Ready[] {
  const lines = ["db11t-draft", "work-standard"].flatMap((pack) => {
    const part = (name: string) => ({ path: `rules/packs/${pack}/${name}.yaml`, text: readRules(pack, name) });
    const { phrases } = parsePart("phrases", part("phrases"));
    const { scripts } = parsePart("callback", part("callback"));
    return [...phrases, ...scripts.flatMap((script) => script.lines)].map(({ text }) => text);
  });
  return [...new Set(lines)].map((line, at) => {
    const text = line.replace(/〔(?:来电人|姓氏)〕/gu, "王").replace(/〔[^〕]*〕/gu, "路灯不亮");
    const sample = { id: `script-${at}`, context: "", text, leading: false, type: null, severity: null, span: null };
    return { ...prepareWording({ wording }, sample), sample };
  });
}

function readRules(pack: string, name: string): string {
  return readFileSync(`rules/packs/${pack}/${name}.yaml`, "utf8");
}

/** Figures of the whole audit on tune. */
function audited(model: ReturnType<typeof wordingModelOf> | null) {
  const verdicts = tune.map(({ sample }) => auditWording({ wording }, sample, model));
  const both = tune.flatMap(({ sample }, at) => {
    const verdict = verdicts[at];
    return sample.leading && verdict?.leading ? [{ sample, verdict }] : [];
  });
  const share = (isRight: (each: (typeof both)[number]) => boolean) => round(both.filter(isRight).length / both.length);
  return {
    ...figures(tune, (at) => verdicts[at]?.leading ?? false),
    type: share(({ sample, verdict }) => sample.type === verdict.type),
    severity: share(({ sample, verdict }) => sample.severity === verdict.severity),
    span: share(({ sample, verdict }) => overlap(verdict.span ?? "", sample.span ?? "") >= 0.4),
  };
}

/** F1 of the character pairs of two texts. */
function overlap(one: string, other: string): number {
  const pairs = (text: string) => Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2));
  const left = pairs(other);
  const common = pairs(one).filter((pair) => left.includes(pair)).length;
  return (2 * common) / Math.max(1, pairs(one).length + left.length);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
