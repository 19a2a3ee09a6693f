import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Call } from "../src/orders/index.ts";
import { readJsonLines } from "./run-verb.ts";
import { sampleFiles } from "./sample-files.ts";
import type { CallbackSample, EligibilitySample, InboundSample, LeadingSample } from "./shapes.ts";

const of = <T>(task: string) => sampleFiles(task).flatMap((file) => readJsonLines<T>(file));
const inbound = of<InboundSample>("inbound");
const callbacks = of<CallbackSample>("callbacks");
const leading = of<LeadingSample>("leading");
const eligibility = of<EligibilitySample>("eligibility");
const all = [...inbound, ...callbacks, ...leading, ...eligibility];

test("every sample has an id of its own and says whether rules may be tuned on it", () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(all.filter(({ split }) => split !== "tune" && split !== "report")).toEqual([]);
});

test("calls of all five kinds, urgent and not, inside the scope and outside, with faults and without", () => {
  expect(new Set(inbound.map(({ gold }) => gold.kind)).size).toBe(5);
  expect(new Set(inbound.map(({ gold }) => gold.urgentClass)).size).toBe(6);
  expect(new Set(inbound.map(({ gold }) => gold.scope)).size).toBeGreaterThanOrEqual(6);
  expect(new Set(leading.map(({ type }) => type)).size).toBe(12);
  expect(new Set(eligibility.map(({ gold }) => gold.action)).size).toBe(6);
});

test("evidence, threats and spans are words that stand in the sample", () => {
  for (const { id, utterances, gold } of inbound) {
    const indexes = new Set(utterances.map(({ i }) => i));
    expect(
      Object.values(gold.evidence ?? {})
        .flat()
        .filter((i) => !indexes.has(i)),
      id,
    ).toEqual([]);
    const said = utterances.map(({ text }) => text).join("");
    expect(
      gold.threatQuotes.filter((threat) => !said.includes(threat)),
      id,
    ).toEqual([]);
  }
  expect(leading.filter(({ text, span }) => span && !text.includes(span))).toEqual([]);
});

test("times of a call never run backwards", () => {
  for (const { id, utterances } of [...inbound, ...callbacks]) {
    const starts = utterances.map(({ startMs }) => startMs);
    expect(
      [...starts].sort((a, b) => a - b),
      id,
    ).toEqual(starts);
    expect(
      utterances.filter(({ startMs, endMs }) => endMs < startMs),
      id,
    ).toEqual([]);
  }
});

test("teaching calls on threats are whole calls to learn from, and their quotes stand in one turn of the caller", () => {
  const files = readdirSync("evals/teach").filter((name) => name.startsWith("threat-"));
  const calls = files.flatMap((name) => readJsonLines<InboundSample>(`evals/teach/${name}`));
  expect(new Set(calls.map(({ id }) => id)).size).toBe(calls.length);
  for (const call of calls) {
    expect([call.id, Call.safeParse(call).success, call.split]).toEqual([call.id, true, "tune"]);
    const told = call.utterances.filter(({ speaker }) => speaker === "citizen").map(({ text }) => text);
    const lost = call.gold.threatQuotes.filter((quote) => !told.some((text) => text.includes(quote)));
    expect([call.id, lost]).toEqual([call.id, []]);
  }
});

test("teaching calls on parties are whole calls to learn from, with an answer each", () => {
  const files = readdirSync("evals/teach").filter((name) => name.startsWith("target-"));
  const calls = files.flatMap((name) => readJsonLines<InboundSample>(`evals/teach/${name}`));
  expect(new Set(calls.map(({ id }) => id)).size).toBe(calls.length);
  for (const call of calls) {
    const answer = call.gold.elements.target;
    expect([call.id, Call.safeParse(call).success, call.split]).toEqual([call.id, true, "tune"]);
    expect([call.id, answer === null || (typeof answer === "string" && answer.length > 1)]).toEqual([call.id, true]);
  }
});

test("in the sentences that teach how a party is worded every mark is closed and none stands in another", () => {
  const files = readdirSync("evals/teach").filter((name) => name.endsWith(".txt"));
  const lines = files.flatMap((name) => readFileSync(`evals/teach/${name}`, "utf8").split("\n").filter(Boolean));
  const bare = lines.map((line) => line.replace(/\{[^{}<>]+\}|<[^{}<>]+>/gu, ""));
  expect(bare.filter((line) => /[{}<>]/u.test(line))).toEqual([]);
  expect(new Set(lines.map((line) => line.replace(/[{}<>]/gu, ""))).size).toBe(lines.length);
});
