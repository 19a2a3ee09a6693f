// npm run bench -- scripts/train-marks.ts
// Makes models/marks/weights.json: learns from calls and sentences that people wrote with marks (tuning calls of evals/inbound and evals/callbacks,
// evals/teach) where speech without marks pauses, stops and asks. Prints how the marks of a whole set are found that was left out of learning.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { seededRandom, shuffled } from "../src/platform/learn/random.ts";
import { plainText } from "../src/platform/text/index.ts";
import { codesOf, markHashBits, signsPerGap, writeSigns } from "../src/platform/text/mark-signs.ts";
import {
  isUnmarked,
  type MarkModel,
  type MarkWeights,
  setMarks,
  settableMarks,
} from "../src/platform/text/set-marks.ts";
import { adamOf } from "./adam.ts";

const rounds = 8;
const rate = 0.03;
const batch = 8192;
const shrink = 8;
const bytes = 127;
const marksCount = settableMarks.length;
const leftOut = [/tune-[lm]\./u, /tune-(?:r[efg]|u)\./u, /target-d|threat-b/u, /party-h/u];

/** Words without marks, and for each gap behind a character the mark that stood there, counted from 1; 0 for none. */
type Line = { readonly file: string; readonly text: string; readonly marks: readonly number[] };

const kinds: Readonly<Record<string, number>> = { "，": 1, "：": 1, "；": 1, "。": 2, "！": 2, "？": 3 };
const inner = /[“”"、（）{}<>]/u;

const lines = [
  ...callsIn("evals/inbound", /^tune-/u),
  ...callsIn("evals/callbacks", /^tune/u),
  ...callsIn("evals/teach", /^(?:target|threat)-/u),
  ...sentencesIn("evals/teach", /^party-/u),
];
for (const files of process.argv.includes("--quick") ? [] : leftOut) {
  const model = modelOf(lines.filter(({ file }) => !files.test(file)));
  const held = lines.filter(({ file }) => files.test(file));
  process.stdout.write(`${files.source}: ${JSON.stringify(foundIn(held, model))}\n`);
}
const { step, weights } = modelOf(lines);
const trainedChars = lines.reduce((sum, { text }) => sum + text.length, 0);
const file: MarkWeights = { version: 1, trainedChars, step, weights: Buffer.from(weights.buffer).toString("base64") };
mkdirSync("models/marks", { recursive: true });
writeFileSync("models/marks/weights.json", `${JSON.stringify(file)}\n`);

function namesIn(folder: string, wanted: RegExp, ending: string): string[] {
  const names = readdirSync(folder).filter((name) => wanted.test(name) && name.endsWith(ending));
  return names.sort().map((name) => `${folder}/${name}`);
}

function linesIn(file: string): string[] {
  return readFileSync(file, "utf8").split("\n").filter(Boolean);
}

function callsIn(folder: string, wanted: RegExp): Line[] {
  return namesIn(folder, wanted, ".jsonl").flatMap((file) =>
    linesIn(file).flatMap((line) => {
      const call: { utterances: { text: string }[] } = JSON.parse(line);
      const texts = call.utterances.map(({ text }) => plainText(text));
      return isUnmarked(texts) ? [] : texts.flatMap((text) => lineOf(file, text));
    }),
  );
}

function sentencesIn(folder: string, wanted: RegExp): Line[] {
  return namesIn(folder, wanted, ".txt").flatMap((file) =>
    linesIn(file).flatMap((line) => (isUnmarked([line]) ? [] : lineOf(file, plainText(line)))),
  );
}

function lineOf(file: string, marked: string): Line[] {
  const marks = [0];
  let text = "";
  for (const char of marked) {
    const kind = kinds[char];
    if (kind !== undefined && text !== "") marks[text.length] = Math.max(marks[text.length] ?? 0, kind);
    if (kind !== undefined || inner.test(char)) continue;
    text += char;
    while (marks.length <= text.length) marks.push(0);
  }
  return text.length < 2 ? [] : [{ file, text, marks }];
}

/** Adam over the likelihood of the marks, the rate falling to nothing; "none" weighs nothing. */
function modelOf(from: readonly Line[]): MarkModel {
  const { places, wanted } = prepare(from);
  const learned = new Float64Array(marksCount << markHashBits);
  const climb = adamOf(learned);
  const random = seededRandom(1);
  const pull = (shrink * batch) / wanted.length;
  for (let round = 0; round < rounds; round += 1) {
    const order = shuffled(wanted.length, random);
    for (let first = 0; first < order.length; first += batch) {
      const slope = learned.map((weight) => -pull * weight);
      for (const at of order.subarray(first, first + batch)) addSlope(slope, learned, places, at, wanted[at] ?? 0);
      climb(slope, rate * (1 - (round + first / order.length) / rounds));
    }
  }
  const largest = learned.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  return {
    step: largest / bytes,
    weights: Int8Array.from(learned, (weight) => Math.round((weight / largest) * bytes)),
  };
}

function prepare(from: readonly Line[]): { places: Int32Array; wanted: Uint8Array } {
  const gaps = from.reduce((sum, { text }) => sum + text.length, 0);
  const places = new Int32Array(gaps * signsPerGap);
  const wanted = new Uint8Array(gaps);
  let row = 0;
  for (const { text, marks } of from) {
    const codes = codesOf(text);
    for (let gap = 1; gap <= text.length; gap += 1) {
      writeSigns(codes, gap, places.subarray(row * signsPerGap));
      wanted[row] = marks[gap] ?? 0;
      row += 1;
    }
  }
  return { places, wanted };
}

function addSlope(slope: Float64Array, learned: Float64Array, places: Int32Array, row: number, wanted: number): void {
  const from = row * signsPerGap;
  const sums = new Float64Array(marksCount);
  for (let sign = from; sign < from + signsPerGap; sign += 1) {
    const place = (places[sign] ?? 0) * marksCount;
    for (let mark = 0; mark < marksCount; mark += 1) sums[mark] = (sums[mark] ?? 0) + (learned[place + mark] ?? 0);
  }
  const raised = sums.map(Math.exp);
  const all = raised.reduce((sum, each) => sum + each, 1);
  for (let mark = 0; mark < marksCount; mark += 1) {
    const by = (wanted === mark + 1 ? 1 : 0) - (raised[mark] ?? 0) / all;
    for (let sign = from; sign < from + signsPerGap; sign += 1) {
      const place = (places[sign] ?? 0) * marksCount + mark;
      slope[place] = (slope[place] ?? 0) + by;
    }
  }
}

/** Of the marks within lines: how many that are set stand where one stood, how many that stood are set, and how many of the right are of their kind. */
function foundIn(held: readonly Line[], model: MarkModel): { right: number; found: number; kind: number } {
  let set = 0;
  let stood = 0;
  let both = 0;
  let alike = 0;
  for (const { text, marks } of held) {
    const at = Array.from(text, (_, index) => index);
    const plain = { source: text, text, starts: at, ends: at.map((index) => index + 1) };
    const [line] = lineOf("", setMarks(plain, model).text);
    for (let gap = 1; gap < text.length; gap += 1) {
      const [wanted, given] = [marks[gap] ?? 0, line?.marks[gap] ?? 0];
      set += given > 0 ? 1 : 0;
      stood += wanted > 0 ? 1 : 0;
      both += wanted > 0 && given > 0 ? 1 : 0;
      alike += wanted > 0 && given === wanted ? 1 : 0;
    }
  }
  return { right: both / set, found: both / stood, kind: alike / both };
}
