// npm run bench -- scripts/train-kind.ts [--without SET]
// Makes models/kind/weights.json: which words of a call are like those of past calls of each kind (诉求性质), learned from the tuning calls of
// evals/inbound and the teaching calls of evals/teach; first halves of calls are learned too, since drafts are made while people speak. Prints how
// often the words alone tell the kind in sets left out of learning. With --without the sets whose names begin so are left out of the weights, for
// measuring the whole engine on them.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { kindSignsOf } from "../src/classify/draft-from-call.ts";
import { type KindWeights, scoresFrom } from "../src/classify/kind-model.ts";
import type { KindSigns } from "../src/classify/kind-signs.ts";
import { Call } from "../src/orders/index.ts";
import { packNumbers } from "../src/platform/learn/index.ts";
import { loadRules } from "../src/platform/rules/index.ts";
import { fitKinds } from "./fit-kinds.ts";

type Sample = { set: string; kind: number; signs: KindSigns; firstHalf: KindSigns };

const shrink = 0.1;
const halfWorth = 0.3;
/** So many groups of sets, each left out once. */
const groups = 10;
const { values } = parseArgs({ options: { without: { type: "string" } } });
const rules = loadRules("rules", "yunling");
const kinds = rules.kinds.kinds.map(({ kind }) => kind);
const samples = [...filesOf("evals/inbound", "tune-"), ...filesOf("evals/teach", "t")].flatMap(read);
const without = values.without;

if (without === undefined) {
  const sets = [...new Set(samples.map(({ set }) => set))];
  for (let group = 0; group < groups; group += 1) {
    const left = sets.filter((_, at) => at % groups === group);
    const weights = weightsOf(samples.filter(({ set }) => !left.includes(set)));
    for (const set of left) {
      const own = samples.filter((sample) => sample.set === set);
      const right = own.filter(({ signs, kind }) => {
        const scores = scoresFrom({ kinds, weights }, signs);
        return scores.indexOf(Math.max(...scores)) === kind;
      });
      console.log(set, "left out:", right.length, "right of", own.length, (right.length / own.length).toFixed(3));
    }
  }
}
const taught = samples.filter(({ set }) => without === undefined || !set.startsWith(without));
const { size, text } = packNumbers(weightsOf(taught));
const weights: KindWeights = { version: 1, trainedCalls: taught.length, kinds, size, weights: text };
mkdirSync("models/kind", { recursive: true });
writeFileSync("models/kind/weights.json", `${JSON.stringify(weights)}\n`);

function filesOf(folder: string, start: string): string[] {
  const names = readdirSync(folder).filter((name) => name.startsWith(start) && name.endsWith(".jsonl"));
  return names.sort().map((name) => `${folder}/${name}`);
}

function read(file: string): Sample[] {
  const set = file.replace(/.*\/|\.jsonl/gu, "");
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => {
    const sample = JSON.parse(line);
    const call = Call.parse(sample);
    const half = call.utterances.slice(0, Math.ceil(call.utterances.length / 2));
    return {
      set,
      kind: kinds.indexOf(sample.gold.kind),
      signs: kindSignsOf(rules, call),
      firstHalf: kindSignsOf(rules, { ...call, utterances: half }),
    };
  });
}

function weightsOf(from: readonly Sample[]): Float32Array {
  const rows = from.flatMap(({ kind, signs, firstHalf }) => [
    { kind, signs, worth: 1 },
    { kind, signs: firstHalf, worth: halfWorth },
  ]);
  return fitKinds(rows, kinds.length, shrink);
}
