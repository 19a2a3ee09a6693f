// npm run bench -- scripts/train-target.ts
// Makes models/target/weights.json: learns from calls whose party (涉及对象) people wrote which signs of a stretch of words tell it.
// A softmax over the stretches of one call. Prints the share found when the whole set a call belongs to was left out of learning.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { plain, textF1 } from "../evals/scorers.ts";
import { placeOf } from "../src/classify/elements/place.ts";
import { considered, targetOf } from "../src/classify/elements/target.ts";
import type { Considered } from "../src/classify/elements/target-choice.ts";
import type { Heard } from "../src/classify/elements/target-features.ts";
import type { TargetWeights } from "../src/classify/elements/target-weights.ts";
import { draftFromCall } from "../src/classify/index.ts";
import { bestRestatement, findRestatements } from "../src/classify/talk/restatement.ts";
import { readTalk, type Talk } from "../src/classify/talk/talk.ts";
import { Call } from "../src/orders/index.ts";
import { loadRules } from "../src/platform/rules/index.ts";
import { fitChoice } from "./fit-choice.ts";
import { withoutMarks } from "./without-marks.ts";

type Example = { file: string; talk: Talk; heard: Heard; wanted: string; all: Considered[]; worth: number[] };

const files = [
  ...readdirSync("evals/inbound")
    .filter((name) => /^tune-|^samples/.test(name))
    .map((name) => `evals/inbound/${name}`),
  ...readdirSync("evals/teach")
    .filter((name) => /^target-/.test(name))
    .map((name) => `evals/teach/${name}`),
];
/** A line of the samples, as far as it is read here. */
type Sample = {
  readonly split: string;
  readonly utterances: readonly { readonly text: string }[];
  readonly gold: { readonly elements: { readonly target?: string | null } };
};
const shrink = 16;
/** Sets are left out in so many groups. */
const leftOutTimes = 8;
const secondGain = 0.1;
const likeMin = 0.35;
const weightMin = 0.01;

const rules = loadRules("rules", "yunling");
const examples = files.flatMap(read);
const groups = Array.from({ length: leftOutTimes }, (_, group) => files.filter((_, at) => at % leftOutTimes === group));
const held = new Map(
  groups.flatMap((group) => {
    const without = train(examples.filter(({ file }) => !group.includes(file)));
    return group.map((file) => [file, without] as const);
  }),
);
const found = examples.filter((example) => isFound(example, held.get(example.file) ?? {}));
const weights = train(examples);
writeFileSync("models/target/weights.json", `${JSON.stringify(fileOf(weights), null, 1)}\n`);
process.stdout.write(
  `${JSON.stringify({
    calls: examples.length,
    foundInSetsLeftOut: found.length / examples.length,
    ofEachSet: Object.fromEntries(files.map((file) => [file.replace(/.*\/|\.jsonl/gu, ""), shareOf(file)])),
    withTwo: found.filter((each) => answerOf(each, held.get(each.file) ?? {}).includes("、")).length,
    weights: Object.keys(fileOf(weights).weights).length,
  })}\n`,
);

function shareOf(file: string): string {
  const of = (from: readonly Example[]): number => from.filter((each) => each.file === file).length;
  return `${of(found)}/${of(examples)}`;
}

function read(file: string): Example[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .flatMap((line) => withUnmarked(JSON.parse(line)))
    .flatMap((sample) => {
      const wanted = sample.gold.elements.target ?? null;
      if (!wanted || sample.split === "report") return [];
      const call = Call.parse(sample);
      const talk = readTalk(call, rules.listening);
      const restatement = bestRestatement(findRestatements(talk));
      const { kind, scope, urgentClass, elements } = draftFromCall(rules, call);
      const bodies = rules.agencies.map(({ name }) => name);
      const places = placeOf(talk, rules.city, restatement).spans;
      const heard = { kind, scope, urgentClass, bodies, restatement, found: elements, places };
      const all = considered(talk, heard, []);
      const worth = all.map(({ written }) => worthOf(written, wanted));
      return [{ file, talk, heard, wanted, all, worth }];
    });
}

/** The call, and the same without marks where it has some. */
function withUnmarked(sample: Sample): Sample[] {
  const utterances = sample.utterances.map((utterance) => ({ ...utterance, text: withoutMarks(utterance.text) }));
  const hasMarks = utterances.some(({ text }, at) => text !== sample.utterances[at]?.text);
  return [sample, ...(hasMarks ? [{ ...sample, utterances }] : [])];
}

/** Nearer to what people wrote is worth more; the square prefers whole names to parts of them. */
function worthOf(value: string, wanted: string): number {
  return isLike(value, wanted) ? textF1(value, wanted) ** 2 : 0;
}

function isLike(value: string, wanted: string): boolean {
  const [given, name] = [plain(value), plain(wanted)];
  return textF1(value, wanted) >= likeMin || given.includes(name) || (given.length >= 3 && name.includes(given));
}

function train(from: readonly Example[]): Record<string, number> {
  return fitChoice(
    from.map(({ all, worth }) => ({ signs: all.map(({ features }) => features), worth })),
    shrink,
  );
}

function fileOf(weights: Record<string, number>): TargetWeights {
  const kept = Object.entries(weights)
    .filter(([, weight]) => Math.abs(weight) >= weightMin)
    .map(([name, weight]): [string, number] => [name, Math.round(weight * 1000) / 1000])
    .sort(([left], [right]) => left.localeCompare(right));
  return { version: 1, trainedCalls: examples.length, secondGain, weights: Object.fromEntries(kept) };
}

function answerOf({ talk, heard }: Example, weights: Record<string, number>): string {
  return targetOf(talk, heard, [], fileOf(weights)).value ?? "";
}

function isFound(example: Example, weights: Record<string, number>): boolean {
  const value = answerOf(example, weights);
  return value !== "" && isLike(value, example.wanted);
}
