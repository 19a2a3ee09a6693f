// npm run bench -- scripts/train-service.ts
// Makes models/service/weights.json from train.jsonl (what agents say that costs points, and what only sounds like it) and the agents' lines of
// the tuned calls in evals: by their answers the lines are held against the agent or are ordinary ones.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { type LabelledExample, packModel, trainClassifier } from "../src/platform/learn/index.ts";
import { loadRules } from "../src/platform/rules/index.ts";
import { ordinaryLine, type ServiceWeights, sentencesOf, serviceSettings } from "../src/qa/service-model.ts";
import { hear } from "../src/qa/wording-context.ts";

const Sample = z.object({ item: z.string(), text: z.string() });
const utterances = z.array(z.object({ i: z.int(), speaker: z.string(), text: z.string() }));
const faults = z.array(z.object({ item: z.string(), utterance: z.int() }));
const Tuned = z.object({ utterances, gold: z.object({ qa: faults }) });
const TunedCallback = z.object({
  utterances,
  gold: z.object({ otherFaults: faults, leading: z.array(z.object({ utterance: z.int() })) }),
});

const folder = "models/service";
const { wording } = loadRules("rules", "yunling");
const linesOf = (path: string): unknown[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const taught = linesOf(`${folder}/train.jsonl`).map((line) => Sample.parse(line));
const items = new Set(taught.map(({ item }) => item));
const tunedIn = (calls: string): unknown[] =>
  readdirSync(calls)
    .filter((name) => /^tune.*\.jsonl$/.test(name))
    .sort()
    .flatMap((name) => linesOf(`${calls}/${name}`));
const tuned = [
  ...tunedIn("evals/callbacks").flatMap((line) => ordinaryIn(TunedCallback.parse(line))),
  ...tunedIn("evals/inbound").flatMap((line) => spokenIn(Tuned.parse(line))),
];

const byText = new Map([...tuned, ...taught].flatMap(partsOf));
const rows: LabelledExample[] = [...byText].map(([example, label]) => ({ example, label }));
const options = { settings: serviceSettings, rowsMin: 2, errorCost: 1, folds: 10, seed: 1 };
const { model, validation } = trainClassifier(rows, options);
console.log(rows.length, "lines; held out:", JSON.stringify(validation));
const weights: ServiceWeights = { version: 1, trainedRows: rows.length, lines: packModel(model) };
writeFileSync(`${folder}/weights.json`, `${JSON.stringify(weights)}\n`);

/** An ordinary line counts as a whole and sentence by sentence, as lines are read; which sentence of a fault is at fault nobody told. */
function partsOf({ item, text }: { item: string; text: string }): [string, string][] {
  const { text: plain } = hear(wording, text);
  return [plain, ...(item === ordinaryLine ? sentencesOf(plain) : [])].map((part) => [part, item]);
}

/** Lines told at a fault, and all lines of calls without any: what stands beside a fault may belong to it. */
function spokenIn({ utterances, gold }: z.infer<typeof Tuned>): { item: string; text: string }[] {
  const faults = gold.qa.filter(({ item }) => items.has(item));
  return utterances
    .filter(({ speaker }) => speaker === "agent")
    .flatMap(({ i, text }) => {
      const told = faults.filter(({ utterance }) => utterance === i);
      if (told.length === 1 && told[0]) return [{ item: told[0].item, text }];
      return faults.length === 0 ? [{ item: ordinaryLine, text }] : [];
    });
}

/** Lines of callbacks at which nothing was told. */
function ordinaryIn({ utterances, gold }: z.infer<typeof TunedCallback>): { item: string; text: string }[] {
  const told = new Set([...gold.otherFaults, ...gold.leading].map(({ utterance }) => utterance));
  const isArguing = gold.otherFaults.some(({ item }) => item === "语气生硬争辩");
  return utterances
    .filter(({ i, speaker }) => speaker === "agent" && !told.has(i) && !isArguing)
    .map(({ text }) => ({ item: ordinaryLine, text }));
}
