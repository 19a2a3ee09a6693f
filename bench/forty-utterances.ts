import { readFileSync } from "node:fs";
import { sampleFiles } from "../evals/sample-files.ts";
import { Call } from "../src/orders/index.ts";

export const utterancesACall = 40;
const betweenTurnsMs = 500;

/** Our own sample calls of a task. */
export const samplesOf = (task: string): Call[] =>
  sampleFiles(task)
    .flatMap((file) => readFileSync(file, "utf8").split("\n"))
    .filter(Boolean)
    .map((line) => Call.parse(JSON.parse(line)));

/** Calls of exactly forty utterances: a sample, and turns of the ones after it until it is long enough. */
export function fortyUtterances(samples: readonly Call[], count: number): Call[] {
  return Array.from({ length: count }, (_, at) => {
    const turns: Call["utterances"] = [];
    for (let next = at; turns.length < utterancesACall; next++) {
      const fromMs = (turns.at(-1)?.endMs ?? -betweenTurnsMs) + betweenTurnsMs;
      for (const turn of samples[next % samples.length]?.utterances ?? []) {
        turns.push({ ...turn, startMs: turn.startMs + fromMs, endMs: turn.endMs + fromMs });
      }
    }
    const [first] = samples;
    if (!first) throw new Error("no samples");
    const utterances = turns.slice(0, utterancesACall).map((turn, i) => ({ ...turn, i }));
    return { ...first, id: `bench-${at}`, utterances };
  });
}
