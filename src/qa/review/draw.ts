import { createHash } from "node:crypto";
import { groupBy } from "../../platform/group-by.ts";
import type { PlanMethod } from "../schema-review.ts";

/** A call that may be drawn. `risk` 0 to 100. */
export type Candidate = { callId: string; agentId: string; risk: number };

/** A number in (0, 1) that the seed and the call give, the same on every machine and whatever the order of the calls. */
function chance(seed: string, callId: string): number {
  const hash = createHash("sha256").update(`${seed}\0${callId}`).digest();
  return (hash.readUIntBE(0, 6) + 1) / (2 ** 48 + 2);
}

/** Even a call without any risk may be drawn, or agents would learn which calls nobody hears. */
const leastWeight = 5;

/** Weighted draw without replacement: the smallest of -ln(u)/w come first (Efraimidis and Spirakis). */
const place = (seed: string, method: PlanMethod, { callId, risk }: Candidate): number =>
  -Math.log(chance(seed, callId)) / (method === "随机" ? 1 : leastWeight + risk);

/**
 * Draws `perAgent` calls of each person, less what was drawn of them before. The same seed and calls give the same draw. A person with
 * fewer calls is drawn whole.
 */
export function drawSample(
  candidates: readonly Candidate[],
  plan: { seed: string; method: PlanMethod; perAgent: number },
  drawnBefore: ReadonlyMap<string, number> = new Map(),
): Candidate[] {
  const byAgent = groupBy(candidates, ({ agentId }) => agentId);
  return [...byAgent.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([agentId, own]) => {
      const wanted = Math.max(0, plan.perAgent - (drawnBefore.get(agentId) ?? 0));
      const placed = own.map((candidate) => ({ candidate, at: place(plan.seed, plan.method, candidate) }));
      placed.sort((a, b) => a.at - b.at || (a.candidate.callId < b.candidate.callId ? -1 : 1));
      return placed.slice(0, wanted).map(({ candidate }) => candidate);
    });
}
