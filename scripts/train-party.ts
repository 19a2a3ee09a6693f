// npm run bench -- scripts/train-party.ts
// Makes models/party/weights.json: learns from sentences in which people marked the party (evals/teach/party-*.txt) how a party begins, ends and
// is worded. One softmax over all stretches of a sentence and "none". Prints the share found when the whole file a sentence stands in was left out.
// Each sentence is learned with its marks and without, as recognisers of speech write either.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { type PartyModel, type PartyWeights, readParties } from "../src/classify/elements/party-model.ts";
import {
  eachSpan,
  endPlaces,
  hashBits,
  insidePlaces,
  sentenceOf,
  spanPlaces,
  startPlaces,
  type Worded,
} from "../src/classify/elements/party-signs.ts";
import { wordsOf } from "../src/classify/elements/target-words.ts";
import { readTalk } from "../src/classify/talk/talk.ts";
import { Call } from "../src/orders/index.ts";
import { seededRandom, shuffled } from "../src/platform/learn/random.ts";
import { loadRules } from "../src/platform/rules/index.ts";
import { adamOf } from "./adam.ts";
import { withoutMarks } from "./without-marks.ts";

const folder = process.argv[2] ?? "evals/teach";
const rounds = 15;
const rate = 0.05;
const batch = 64;
const shrink = 1;
const bytes = 127;
/** Files that are left out in turn; each takes half a minute. */
const leftOut = 3;

type Sample = {
  readonly file: string;
  readonly sentence: Worded;
  readonly wanted: readonly { start: number; end: number }[];
};
type Places = readonly number[];
type Prepared = {
  readonly starts: readonly Places[];
  readonly ends: readonly Places[];
  readonly inside: readonly Places[];
  readonly spans: readonly { readonly start: number; readonly end: number; readonly places: Places }[];
  readonly wanted: readonly boolean[];
};

const rules = loadRules("rules", "yunling");
const files = readdirSync(folder).filter((name) => /^party-.*\.txt$/u.test(name));
const samples = files.flatMap((file) =>
  readFileSync(`${folder}/${file}`, "utf8")
    .split("\n")
    .filter(Boolean)
    .flatMap((line) => [...new Set([line, withoutMarks(line)])])
    .flatMap((line) => sampleOf(file, line)),
);
const found = files.slice(-leftOut).map((file) => [file, foundIn(file)] as const);
const model = train(samples);
writeFileSync("models/party/weights.json", `${JSON.stringify(fileOf(model))}\n`);
process.stdout.write(`${JSON.stringify({ sentences: samples.length, leftOut: Object.fromEntries(found) })}\n`);

function sampleOf(file: string, line: string): Sample[] {
  const text = line.replace(/[{}<>]/gu, "");
  const call = Call.parse({
    id: "sentence",
    direction: "inbound",
    startedAt: "2026-06-01T10:00:00+08:00",
    callerNumber: "13900000000",
    utterances: [{ i: 0, speaker: "citizen", startMs: 0, endMs: 9_000, text }],
  });
  const [turn] = readTalk(call, rules.listening).turns;
  if (!turn) return [];
  const marked = [...line.matchAll(/\{([^}]*)\}/gu)].map(([, words = ""]) => ({
    words,
    start: turn.text.indexOf(words),
  }));
  const wanted = marked
    .filter(({ start }) => start >= 0)
    .map(({ words, start }) => ({ start, end: start + words.length }));
  if (marked.length > 0 && wanted.length === 0) return [];
  return [{ file, sentence: { text: turn.text, words: wordsOf(turn) }, wanted }];
}

function foundIn(file: string): { exact: number; among3: number; of: number } {
  const left = samples.filter((each) => each.file === file && each.wanted.length > 0);
  const learned = train(samples.filter((each) => each.file !== file));
  const ranks = left.map(({ sentence, wanted }) => {
    const { best } = readParties(sentence, learned);
    const rank = best.findIndex(({ start, end }) => wanted.some((each) => each.start === start && each.end === end));
    return rank < 0 ? best.length : rank;
  });
  const share = (max: number): number => ranks.filter((rank) => rank <= max).length / left.length;
  return { exact: share(0), among3: share(2), of: left.length };
}

function prepare({ sentence: worded, wanted }: Sample): Prepared {
  const sentence = sentenceOf(worded);
  const each = (read: (at: number) => readonly number[]): (readonly number[])[] =>
    Array.from({ length: worded.text.length + 1 }, (_, at) => read(at));
  const spans: { start: number; end: number; places: readonly number[] }[] = [];
  eachSpan(worded.text, (start, end) => spans.push({ start, end, places: spanPlaces(sentence, start, end) }));
  return {
    starts: each((at) => startPlaces(sentence, at)),
    ends: each((at) => endPlaces(sentence, at)),
    inside: each((at) => insidePlaces(sentence, at)),
    spans,
    wanted: spans.map(({ start, end }) => wanted.some((mark) => mark.start === start && mark.end === end)),
  };
}

/** Adam over the likelihood of the marked stretches, the rate falling to nothing. */
function train(from: readonly Sample[]): PartyModel {
  const size = 1 << hashBits;
  const all = from.map(prepare).filter(({ spans }) => spans.length > 0);
  const random = seededRandom(1);
  const weights = new Float64Array(size + 1);
  const climb = adamOf(weights);
  for (let round = 0; round < rounds; round += 1) {
    const order = shuffled(all.length, random);
    for (let first = 0; first < order.length; first += batch) {
      const pull = (shrink * batch) / all.length;
      const slope = weights.map((weight) => -pull * weight);
      for (const at of order.subarray(first, first + batch)) addSlope(slope, weights, all[at] as Prepared);
      climb(slope, rate * (1 - round / rounds));
    }
  }
  return { none: weights[size] ?? 0, weights: Float32Array.from(weights.subarray(0, size)) };
}

/** Adds how the likelihood of the marked stretches of a sentence, or of none, grows with each weight; the last is that of "none". */
function addSlope(slope: Float64Array, weights: Float64Array, sentence: Prepared): void {
  const { spans, wanted } = sentence;
  const none = slope.length - 1;
  const sumOf = (places: Places): number => places.reduce((sum, place) => sum + (weights[place] ?? 0), 0);
  const starts = sentence.starts.map(sumOf);
  const ends = sentence.ends.map(sumOf);
  const upTo = [0];
  for (const places of sentence.inside) upTo.push((upTo.at(-1) ?? 0) + sumOf(places));
  const scores = spans.map(
    ({ start, end, places }) =>
      (starts[start] ?? 0) + (ends[end] ?? 0) + (upTo[end] ?? 0) - (upTo[start] ?? 0) + sumOf(places),
  );
  const top = Math.max(weights[none] ?? 0, ...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const noneRaised = Math.exp((weights[none] ?? 0) - top);
  const sum = raised.reduce((total, each) => total + each, noneRaised);
  const marked = wanted.filter(Boolean).length;
  const add = (places: Places | undefined, by: number): void => {
    for (const place of places ?? []) slope[place] = (slope[place] ?? 0) + by;
  };
  add([none], (marked === 0 ? 1 : 0) - noneRaised / sum);
  const byStart = new Float64Array(starts.length);
  const byEnd = new Float64Array(starts.length);
  spans.forEach(({ start, end, places }, at) => {
    const by = (wanted[at] ? 1 / marked : 0) - (raised[at] ?? 0) / sum;
    byStart[start] = (byStart[start] ?? 0) + by;
    byEnd[end] = (byEnd[end] ?? 0) + by;
    add(places, by);
  });
  let over = 0;
  byStart.forEach((by, at) => {
    over += by - (byEnd[at] ?? 0);
    add(sentence.starts[at], by);
    add(sentence.ends[at], byEnd[at] ?? 0);
    add(sentence.inside[at], over);
  });
}

function fileOf({ none, weights }: PartyModel): PartyWeights {
  const max = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const step = max / bytes;
  const packed = Int8Array.from(weights, (weight) => Math.round(weight / step));
  return {
    version: 1,
    trainedSentences: samples.length,
    none,
    step,
    weights: Buffer.from(packed.buffer).toString("base64"),
  };
}
