// npm run bench -- bench/train.ts rows.csv TEXT-COLUMNS LABEL-COLUMN
// Trains and asks through the commands, on four fifths of the rows and on the rest, beside a linear SVM over the same kind of features.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { sampleFiles } from "../evals/sample-files.ts";
import { parseConfig } from "../src/platform/config.ts";
import { auditWording, WordingInput } from "../src/qa/index.ts";
import { openServices } from "../src/services.ts";
import { report, round, timeEach } from "./measure.ts";
import { macroF1, svmAnswers } from "./reference-svm.ts";

type Row = { text: string; label: string };

const folds = 5;
const timedRows = 10_000;
const timedLength = 150;
const [path, columns, labelColumn] = process.argv.slice(2);
if (!path || !columns || !labelColumn) throw new Error("usage: bench/train.ts rows.csv text,columns label");

const rows = readRows(path, columns.split(","), labelColumn);
const folder = mkdtempSync(join(tmpdir(), "tingsu-bench-"));
const answers: { wanted: string; tingsu: string; svm: string }[] = [];
for (let fold = 0; fold < folds; fold += 1) {
  const seen = rows.filter((_, at) => at % folds !== fold);
  const held = rows.filter((_, at) => at % folds === fold);
  const svm = svmAnswers(seen, held);
  tingsuAnswers(seen, held).forEach((tingsu, at) => {
    answers.push({ wanted: held[at]?.label ?? "", tingsu, svm: svm[at] ?? "" });
  });
}
const macroF1Of = { tingsu: f1Of("tingsu"), linearSvm: f1Of("svm") };
console.log(JSON.stringify(macroF1Of));
const figures = {
  split: `${folds} folds: row number modulo ${folds}`,
  rows: rows.length,
  macroF1: macroF1Of,
  training: train(timedSet()),
  wording: await wordingSpread(),
};
rmSync(folder, { recursive: true });
report("train", figures);

function readRows(file: string, textColumns: string[], label: string): Row[] {
  const records: Record<string, string>[] = parse(readFileSync(file), { columns: true, bom: true });
  return records.map((record) => ({
    text: textColumns.map((column) => record[column] ?? "").join("\n"),
    label: record[label] ?? "",
  }));
}

function f1Of(who: "tingsu" | "svm"): number {
  return (
    Math.round(
      macroF1(
        answers.map(({ wanted }) => wanted),
        answers.map((each) => each[who]),
      ) * 1000,
    ) / 1000
  );
}

function writeCsv(name: string, set: readonly Row[]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const file = join(folder, name);
  writeFileSync(file, ["text,label", ...set.map(({ text, label }) => `${quoted(text)},${quoted(label)}`)].join("\n"));
  return file;
}

function tingsu(...words: string[]): string {
  const all = ["bin/tingsu.mjs", ...words, "--data", join(folder, "data"), "--name", "bench", "--text", "text"];
  return execFileSync(process.execPath, all, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

/** What `tingsu train` reports of a set. */
function train(set: readonly Row[]): unknown {
  return JSON.parse(tingsu("train", "--in", writeCsv("train.csv", set), "--label", "label"));
}

function tingsuAnswers(seen: readonly Row[], held: readonly Row[]): string[] {
  train(seen);
  const out = join(folder, "answers.jsonl");
  tingsu("classify", "--in", writeCsv("held.csv", held), "--out", out);
  const lines = readFileSync(out, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => String(JSON.parse(line).label));
}

/** Ten thousand rows of the length of an order, cut out of the texts at hand. */
function timedSet(): Row[] {
  const long = rows.filter(({ text }) => text.length >= timedLength);
  return Array.from({ length: timedRows }, (_, at) => {
    const { text, label } = long[at % long.length] ?? { text: "", label: "" };
    const start = ((Math.floor(at / long.length) * 37) % (text.length - timedLength + 1)) | 0;
    return { text: text.slice(start, start + timedLength), label };
  });
}

/** The wording audit of single sentences, and the first one of all, which loads the weights. */
async function wordingSpread() {
  const config = parseConfig({ RULES_DIR: "rules", DATA_DIR: "memory://", LOG_LEVEL: "error" });
  const services = await openServices(config, { queues: false });
  const [file = ""] = sampleFiles("leading");
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  const inputs = lines.map((line) => WordingInput.parse(JSON.parse(line)));
  const startedMs = performance.now();
  auditWording(services.rules, { context: "", text: "请问您反映的问题是否得到解决" });
  const firstMs = round(performance.now() - startedMs);
  const spread = await timeEach(inputs, (input) => auditWording(services.rules, input));
  await services.close();
  return { firstMs, ...spread };
}
