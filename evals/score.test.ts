import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { scoreCallbacks } from "./callbacks/score.ts";
import { scoreEligibility } from "./eligibility/score.ts";
import { scoreInbound } from "./inbound/score.ts";
import { scoreLeading } from "./leading/score.ts";
import type { Figures } from "./metrics.ts";
import { readJsonLines } from "./run-verb.ts";

// fixtures/<task>-figures.json was written by the reference scorer (Python) for fixtures/<task>-results.jsonl,
// results with every sort of mistake: missing calls, wrong values, made-up quotes, wrong evidence, false deductions.

const byId = <T extends { id: string | null }>(file: string) =>
  new Map(readJsonLines<T>(file).map((row) => [row.id ?? "", row]));

const scorers: Record<string, (samples: string, results: string) => Figures> = {
  inbound: (samples, results) => scoreInbound(readJsonLines(samples), byId(results)),
  callbacks: (samples, results) => scoreCallbacks(readJsonLines(samples), byId(results)),
  leading: (samples, results) => scoreLeading(readJsonLines(samples), byId(results)),
  eligibility: (samples, results) => scoreEligibility(readJsonLines(samples), byId(results)),
};

type Nested = { [key: string]: number | null | Nested };

/** {qa: {p: 1}} becomes {"qa.p": 1}. */
function flat(figures: Nested, prefix = ""): Record<string, number | null> {
  const entries = Object.entries(figures).map(([key, value]) =>
    value !== null && typeof value === "object" ? flat(value, `${prefix}${key}.`) : { [prefix + key]: value },
  );
  return Object.assign({}, ...entries);
}

test.each(Object.entries(scorers))("%s: every figure is that of the reference scorer", (task, score) => {
  const figures = score(`evals/${task}/samples.jsonl`, `evals/fixtures/${task}-results.jsonl`);
  const reference = JSON.parse(readFileSync(`evals/fixtures/${task}-figures.json`, "utf8")) as Nested;
  const values = Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, value]));
  expect(values).toEqual(flat(reference));
});
