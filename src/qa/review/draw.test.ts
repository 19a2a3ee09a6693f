import { expect, test } from "vitest";
import { type Candidate, drawSample } from "./draw.ts";

const callsOf = (agentId: string, count: number, risk = (_: number) => 10): Candidate[] =>
  Array.from({ length: count }, (_, at) => ({ callId: `${agentId}-${at}`, agentId, risk: risk(at) }));

const plan = { seed: "2026-03", method: "随机", perAgent: 30 } as const;
const ids = (drawn: readonly Candidate[]) => drawn.map(({ callId }) => callId);

test("draws thirty of each person, and all of one who has fewer", () => {
  const drawn = drawSample([...callsOf("A1", 400), ...callsOf("A2", 7)], plan);
  expect(drawn.filter(({ agentId }) => agentId === "A1")).toHaveLength(30);
  expect(drawn.filter(({ agentId }) => agentId === "A2")).toHaveLength(7);
  expect(new Set(ids(drawn)).size).toBe(37);
});

test("the same seed draws the same calls whatever their order, another seed others", () => {
  const calls = callsOf("A1", 400);
  const drawn = ids(drawSample(calls, plan));
  expect(ids(drawSample([...calls].reverse(), plan))).toEqual(drawn);
  expect(ids(drawSample(calls, { ...plan, seed: "2026-04" }))).not.toEqual(drawn);
});

test("what was drawn before in the month counts", () => {
  expect(drawSample(callsOf("A1", 100), plan, new Map([["A1", 28]]))).toHaveLength(2);
  expect(drawSample(callsOf("A1", 100), plan, new Map([["A1", 30]]))).toHaveLength(0);
});

test("by risk, risky calls are drawn far more often than their share, and the others still now and then", () => {
  const calls = callsOf("A1", 1000, (at) => (at < 100 ? 80 : 0));
  let risky = 0;
  let calm = 0;
  for (let round = 0; round < 50; round++) {
    const drawn = drawSample(calls, { seed: `s${round}`, method: "风险加权", perAgent: 30 });
    risky += drawn.filter(({ risk }) => risk === 80).length;
    calm += drawn.filter(({ risk }) => risk === 0).length;
  }
  // 100 calls of weight 85 and 900 of weight 5: two thirds of the weight are risky.
  expect(risky / (risky + calm)).toBeGreaterThan(0.55);
  expect(risky / (risky + calm)).toBeLessThan(0.75);
});

test("by chance alone every call is as likely", () => {
  const calls = callsOf("A1", 100, (at) => (at < 50 ? 100 : 0));
  let risky = 0;
  for (let round = 0; round < 200; round++)
    risky += drawSample(calls, { seed: `s${round}`, method: "随机", perAgent: 10 }).filter(
      ({ risk }) => risk === 100,
    ).length;
  expect(risky / 2000).toBeGreaterThan(0.45);
  expect(risky / 2000).toBeLessThan(0.55);
});
