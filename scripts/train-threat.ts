// npm run bench -- scripts/train-threat.ts [--without GROUP]
// Makes models/threat/weights.json: which words of a caller tell of a threat (附录C.4) and where they begin and end, learned from the words that
// people quoted in the tuning calls of evals/inbound and the teaching calls of evals/teach; and by what a call holds one, learned from how it hears
// calls of groups left out. Prints what it hears and quotes in them. With --without a group is left out of all, for measuring the whole engine on it.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { textF1 } from "../evals/scorers.ts";
import { readTalk, type Talk } from "../src/classify/talk/talk.ts";
import { callSigns, chanceOf, isHeeded } from "../src/classify/threat-answers.ts";
import { quotedThreats, readThreats, type ThreatModel, type ThreatWeights } from "../src/classify/threat-model.ts";
import { type SignedTurn, signedTurns } from "../src/classify/threat-signs.ts";
import { Call } from "../src/orders/index.ts";
import { packNumbers } from "../src/platform/learn/index.ts";
import { loadRules } from "../src/platform/rules/index.ts";
import { plainText } from "../src/platform/text/index.ts";
import { fitChain, type MarkedTurn } from "./fit-chain.ts";
import { fitLogistic } from "./fit-logistic.ts";

/** A call with the words that people quoted; `group`: calls of the same writers, left out together. */
type Sample = { group: string; talk: Talk; quotes: string[]; isUrgent: boolean; turns: MarkedTurn[] };
type Heard = {
  group: string;
  isThreat: boolean;
  isUrgent: boolean;
  isHeeded: boolean;
  isQuoted: boolean;
  signs: Signs;
};
type Signs = Readonly<Record<string, number>>;

const alike = 0.6;
const talksWeight = 2;
const options = { rounds: 6, rate: 0.05, seed: 1 };
const decay = 0.5;
/** One in so many ordinary calls is made a soothed one, with the agent of every so manieth threat. */
const soothedEach = 2;
const soothedStep = 7;
const floors = [0.1, 0.3, 0.5, 0.7];
const { values } = parseArgs({ options: { without: { type: "string" } } });
const rules = loadRules("rules", "yunling");
const files = [...filesOf("inbound", "tune-"), ...filesOf("teach", "threat-"), ...filesOf("teach", "target-")];
const taught = files.flatMap(read).filter(({ group }) => group !== values.without);
const samples = [...taught, ...soothed(taught)];
const talks = readTalks("models/threat/talks.txt");

const heard = [...new Set(samples.map(({ group }) => group))].flatMap(hearWithout);
const call = callWeightsOf(heard);
print(heard);
const { size, text } = packNumbers(weightsOf(samples));
const weights: ThreatWeights = { version: 3, trainedCalls: samples.length, size, weights: text, call };
writeFileSync("models/threat/weights.json", `${JSON.stringify(weights)}\n`);

function filesOf(folder: string, start: string): string[] {
  const names = readdirSync(`evals/${folder}`).filter((name) => name.startsWith(start) && name.endsWith(".jsonl"));
  return names.sort().map((name) => `evals/${folder}/${name}`);
}

/** Calls of the sets about other things than threats teach what is none; there nobody quoted the few threats. */
function read(file: string): Sample[] {
  const set = file.replace(/.*\/|\.jsonl/gu, "");
  const group = set.startsWith("threat") ? set : set.replace(/-.*/u, "");
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.flatMap((line) => {
    const sample = JSON.parse(line);
    const quotes: string[] = sample.gold.threatQuotes ?? [];
    if (group === "target" && sample.gold.urgentClass === "不稳定因素") return [];
    const talk = readTalk(Call.parse(sample), rules.listening);
    return [{ group, talk, quotes, isUrgent: sample.gold.urgent === "紧急", turns: markedTurns(talk, quotes) }];
  });
}

/** Ordinary calls in which the agent says what one said who had heard a threat: a soothing agent alone makes none. */
function soothed(from: readonly Sample[]): Sample[] {
  const threats = from.filter(({ quotes }) => quotes.length > 0);
  const calm = from.filter(({ group, isUrgent }) => group === "target" && !isUrgent);
  return calm.flatMap((sample, at) => {
    const other = threats[(at * soothedStep) % threats.length];
    if (!other || at % soothedEach > 0) return [];
    const agent = sample.talk.agent.map((turn, each) => ({ ...turn, text: other.talk.agent[each]?.text ?? turn.text }));
    const talk = { ...sample.talk, agent };
    return [{ ...sample, group: `soothed-${(at / soothedEach) % 2}`, talk, turns: markedTurns(talk, []) }];
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
    const talk = Call.parse({
      id: `talk-${at}`,
      direction: "inbound",
      startedAt: "2026-06-15T10:00:00+08:00",
      callerNumber: "",
      agentId: "",
      utterances: [told.replaceAll(/[【】]/gu, ""), reply].map((text, i) => {
        return { i, speaker: i === 0 ? "citizen" : "agent", startMs: i * 5000, endMs: i * 5000 + 4000, text };
      }),
    });
    return markedTurns(readTalk(talk, rules.listening), quotes);
  });
}

function markedTurns(talk: Talk, quotes: readonly string[]): MarkedTurn[] {
  return signedTurns(talk).map((signed) => ({ signed, states: statesOf(signed, quotes) }));
}

/** A piece is part of a quote when half of it is. Marks of ours are no words of the source. */
function statesOf({ turn, units }: SignedTurn, quotes: readonly string[]): number[] {
  const states = units.map(() => 0);
  const { source, starts, ends } = turn.plain;
  for (const quote of quotes) {
    const at = source.indexOf(quote);
    if (at < 0 || quote === "") continue;
    const from = starts.findIndex((start) => start >= at);
    const to = ends.findLastIndex((end) => end <= at + quote.length) + 1;
    const inside = units.flatMap(({ unit: { start, end } }, each) =>
      2 * (Math.min(end, to) - Math.max(start, from)) >= end - start ? [each] : [],
    );
    inside.forEach((each, order) => {
      states[each] = order === 0 ? 1 : 2;
    });
  }
  return states;
}

function weightsOf(from: readonly Sample[]): Float32Array {
  const marked = [...from.flatMap(({ turns }) => turns), ...Array.from({ length: talksWeight }, () => talks).flat()];
  return fitChain(marked, options);
}

/** How calls of a group are heard by what all others teach. */
function hearWithout(group: string): Heard[] {
  const model: ThreatModel = { weights: weightsOf(samples.filter((sample) => sample.group !== group)), call: {} };
  const held = samples.filter((sample) => sample.group === group);
  return held.map(({ talk, quotes, isUrgent }) => {
    const reading = readThreats(talk, model) ?? { turns: [], likelihood: 0, chance: 0 };
    const words = quotedThreats(talk, reading).map(({ turn, start, end }) => turn.text.slice(start, end));
    return {
      group,
      isUrgent,
      isThreat: quotes.length > 0,
      isHeeded: isHeeded(talk),
      isQuoted: quotes.every((quote) => words.some((each) => textF1(each, plainText(quote)) >= alike)),
      signs: callSigns(
        talk,
        reading.turns.map(({ likelihood }) => likelihood),
      ),
    };
  });
}

/** What each sign of a call weighs. Calls that are urgent for another reason tell little of what is no threat. */
function callWeightsOf(from: readonly Heard[]): Record<string, number> {
  const names = [...new Set(from.flatMap(({ signs }) => Object.keys(signs)))].filter((name) => name !== "bias").sort();
  const used = from.filter(({ isThreat, isUrgent }) => isThreat || !isUrgent);
  const rows = used.map(({ signs }) => names.map((name) => signs[name] ?? 0));
  const fitted = fitLogistic(
    rows,
    used.map(({ isThreat }) => isThreat),
    decay,
  );
  const named = names.map((name, at) => [name, fitted.weights[at] ?? 0] as const);
  return Object.fromEntries(
    [...named, ["bias", fitted.bias] as const].map(([name, weight]) => [name, +weight.toFixed(3)]),
  );
}

function print(all: readonly Heard[]): void {
  const threats = all.filter(({ isThreat }) => isThreat);
  const others = all.filter(({ isThreat }) => !isThreat);
  const counts = [...new Set(threats.map(({ group }) => group))].map((group) => {
    const own = threats.filter((each) => each.group === group);
    return `${group} ${own.filter(({ isQuoted }) => isQuoted).length}/${own.length}`;
  });
  console.log("each group left out, all quoted right where it is known that somebody threatens:", counts.join(", "));
  const chances = new Map(
    [...new Set(all.map(({ group }) => group))].flatMap((group) => {
      const without = callWeightsOf(all.filter((each) => each.group !== group));
      return all.filter((each) => each.group === group).map((each) => [each, chanceOf(each.signs, without)] as const);
    }),
  );
  for (const floor of floors) {
    const told = (of: readonly Heard[]): number =>
      of.filter((each) => each.isHeeded && (chances.get(each) ?? 0) >= floor).length;
    const soothing = others.filter(({ group }) => group.startsWith("soothed"));
    const calm = others.filter(({ group, isUrgent }) => !isUrgent && !group.startsWith("soothed"));
    console.log(
      `from ${floor}: heard ${told(threats)} of ${threats.length}, falsely ${told(calm)} of ${calm.length}, soothed ${told(soothing)} of ${soothing.length}`,
    );
  }
  console.log("weights of a call:", JSON.stringify(call));
}
