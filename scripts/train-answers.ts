// npm run bench -- scripts/train-answers.ts
// Makes models/answers/weights.json from train.jsonl: how citizens say whether they were contacted and whether it is solved.
import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { valueIn } from "../src/callback/answer-to.ts";
import { type AnswerWeights, answerExample, answerSettings } from "../src/callback/answers-model.ts";
import { packModel, trainClassifier } from "../src/platform/learn/index.ts";
import { parsePart } from "../src/platform/rules/index.ts";
import { normalise } from "../src/platform/text/index.ts";

const Sample = z.object({ topic: z.enum(["contacted", "resolved"]), text: z.string(), value: z.string() });

const folder = "models/answers";
const rulesPath = "rules/packs/db11t-draft/wording.yaml";
const { callbackAnswers } = parsePart("wording", { path: rulesPath, text: readFileSync(rulesPath, "utf8") });
const samples = readFileSync(`${folder}/train.jsonl`, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => Sample.parse(JSON.parse(line)));

const weights: AnswerWeights = { version: 1, contacted: trained("contacted"), resolved: trained("resolved") };
writeFileSync(`${folder}/weights.json`, `${JSON.stringify(weights)}\n`);

function trained(topic: "contacted" | "resolved") {
  const rows = samples
    .filter((sample) => sample.topic === topic)
    .map(({ text, value }) => {
      const { text: plain } = normalise(text);
      return { example: answerExample(plain, valueIn<string>(callbackAnswers[topic], plain)), label: value };
    });
  const options = { settings: answerSettings, rowsMin: 1, errorCost: 1, folds: 10, seed: 1 };
  const { model, validation } = trainClassifier(rows, options);
  console.log(topic, rows.length, "lines; held out:", JSON.stringify(validation));
  return packModel(model);
}
