import { z } from "zod";
import { readShipped } from "../../platform/learn/index.ts";
import type { Features } from "./target-features.ts";

/** The file models/target/weights.json: what scripts/train-target.ts writes. */
export const TargetWeights = z.object({
  version: z.literal(1),
  trainedCalls: z.int(),
  /** A second party is named when the order is expected to serve so much better with it. */
  secondGain: z.number(),
  weights: z.record(z.string(), z.number()),
});
export type TargetWeights = z.infer<typeof TargetWeights>;

let shipped: TargetWeights | undefined;

/** The weights that ship with the program. Throws where the file is missing or damaged. */
export function targetWeights(): TargetWeights {
  shipped ??= TargetWeights.parse(readShipped("target/weights.json"));
  return shipped;
}

/** The sum of what each sign weighs; unknown signs weigh nothing. */
export function scoreOf(features: Features, weights: Readonly<Record<string, number>>): number {
  let score = 0;
  for (const [name, value] of features) score += value * (weights[name] ?? 0);
  return score;
}
