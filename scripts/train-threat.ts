// npm run bench -- scripts/train-threat.ts [--without SET]
// Makes models/threat/weights.json: which words of a caller tell of a threat (附录C.4) and where they begin and end, learned from the words that
// people quoted in the tuning calls of evals/inbound and the teaching calls of evals/teach. Prints what it hears and quotes in sets left out of
// learning. With --without a set is left out of the weights too, for measuring the whole engine on it.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { textF1 } from "../evals/scorers.ts";
import { readTalk, type Talk } from "../src/classify/talk/talk.ts";
import { holdsThreat, quotedThreats, readThreats, type ThreatWeights } from "../src/classify/threat-model.ts";
import { type SignedTurn, signedTurns } from "../src/classify/threat-signs.ts";
import { Call } from "../src/orders/index.ts";
import { packNumbers } from "../src/platform/learn/index.ts";
import { loadRules } from "../src/platform/rules/index.ts";
import { plainText } from "../src/platform/text/index.ts";
import { fitChain, type MarkedTurn } from "./fit-chain.ts";

type Sample = { set: string; call: Call; quotes: string[]; isUrgent: boolean; turns: MarkedTurn[] };

const alike = 0.6;
const talksWeight = 2;
const floors = [0.03, 0.1, 0.3];
const options = { rounds: 8, rate: 0.05, seed: 1 };
const { values } = parseArgs({ options: { without: { type: "string" } } });
const rules = loadRules("rules", "yunling");
const samples = [...filesOf("evals/inbound", "tune-"), ...filesOf("evals/teach", "threat-")].flatMap(read);
const talks = readTalks("models/threat/talks.txt");
const sets = [...new Set(samples.map(({ set }) => set))];

const results = sets.map((set) => resultOf(set));
for (const result of results.filter(({ threats }) => threats > 9)) console.log(JSON.stringify(result));
const sum = (key: keyof Omit<(typeof results)[number], "set" | "heard" | "falselyHeard">): number =>
  results.reduce((total, result) => total + result[key], 0);
console.log("all sets, each left out:", sum("threats"), "calls with threats, all quoted right in", sum("quoted"));
console.log(
  "taken for a threat:",
  sum("told"),
  "and falsely",
  sum("falselyTold"),
  "- not urgent",
  sum("calmTold"),
  "- of",
  sum("others"),
);
for (const [at, floor] of floors.entries()) {
  const heard = results.reduce((total, result) => total + (result.heard[at] ?? 0), 0);
  const falsely = results.reduce((total, result) => total + (result.falselyHeard[at] ?? 0), 0);
  console.log(`from likelihood ${floor}: heard`, heard, "and falsely", falsely, "of", sum("others"));
}

const taught = samples.filter(({ set }) => set !== values.without);
const { size, text } = packNumbers(weightsOf(taught));
const weights: ThreatWeights = { version: 2, trainedCalls: taught.length, size, weights: text };
writeFileSync("models/threat/weights.json", `${JSON.stringify(weights)}\n`);

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
    const quotes: string[] = sample.gold.threatQuotes;
    const turns = signedTurns(talkOf(call)).map((signed) => ({ signed, states: statesOf(signed, quotes) }));
    return { set, call, quotes, isUrgent: sample.gold.urgent === "紧急", turns };
  });
}

/** Talks of two turns, the words to be quoted in 【】. */
function readTalks(file: string): MarkedTurn[] {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  return lines.flatMap((line, at) => {
    const [told = "", reply = ""] = line.split(" | ");
    const quotes = [...told.matchAll(/【(.*?)】/gu)].map(([, quote = ""]) => quote);
    const call = Call.parse({
      id: `talk-${at}`,
      direction: "inbound",
      startedAt: "2026-06-15T10:00:00+08:00",
      callerNumber: "",
      agentId: "",
      utterances: [told.replaceAll(/[【】]/gu, ""), reply].map((text, i) => {
        return { i, speaker: i === 0 ? "citizen" : "agent", startMs: i * 5000, endMs: i * 5000 + 4000, text };
      }),
    });
    return signedTurns(talkOf(call)).map((signed) => ({ signed, states: statesOf(signed, quotes) }));
  });
}

function talkOf(call: Call): Talk {
  return readTalk(call, rules.listening);
}

/** A piece is part of a quote when half of it is. */
function statesOf({ turn, units }: SignedTurn, quotes: readonly string[]): number[] {
  const states = units.map(() => 0);
  for (const quote of quotes.map(plainText)) {
    const from = turn.text.indexOf(quote);
    if (from < 0 || quote === "") continue;
    const shared = ({ start, end }: { start: number; end: number }): number =>
      Math.min(end, from + quote.length) - Math.max(start, from);
    const inside = units.flatMap(({ unit }, at) => (2 * shared(unit) >= unit.end - unit.start ? [at] : []));
    inside.forEach((at, order) => {
      states[at] = order === 0 ? 1 : 2;
    });
  }
  return states;
}

function weightsOf(from: readonly Sample[]): Float32Array {
  return fitChain(
    [...from.flatMap(({ turns }) => turns), ...Array.from({ length: talksWeight }, () => talks).flat()],
    options,
  );
}

function resultOf(set: string) {
  const learned = weightsOf(samples.filter((sample) => sample.set !== set));
  const held = samples
    .filter((sample) => sample.set === set)
    .map((sample) => {
      const talk = talkOf(sample.call);
      const reading = readThreats(talk, learned);
      const words = reading
        ? quotedThreats(talk, reading).map(({ turn, start, end }) => turn.text.slice(start, end))
        : [];
      const isRight = sample.quotes.every((quote) => words.some((each) => textF1(each, quote) >= alike));
      return {
        sample,
        isRight,
        isHeld: reading !== null && holdsThreat(talk, reading),
        likelihood: reading?.likelihood ?? 0,
      };
    });
  const threats = held.filter(({ sample }) => sample.quotes.length > 0);
  const others = held.filter(({ sample }) => sample.quotes.length === 0);
  const from = (all: typeof held): number[] =>
    floors.map((floor) => all.filter(({ likelihood }) => likelihood >= floor).length);
  return {
    set,
    threats: threats.length,
    quoted: threats.filter(({ isRight }) => isRight).length,
    told: threats.filter(({ isHeld }) => isHeld).length,
    falselyTold: others.filter(({ isHeld }) => isHeld).length,
    calmTold: others.filter(({ sample, isHeld }) => isHeld && !sample.isUrgent).length,
    heard: from(threats),
    others: others.length,
    falselyHeard: from(others),
  };
}
