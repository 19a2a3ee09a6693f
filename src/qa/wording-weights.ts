import { z } from "zod";
import { type FeatureSettings, type Model, Packed, shippedOnce, unpackModel } from "../platform/learn/index.ts";

/** How the shipped weights read sentences; scripts/train-wording.ts trains with the same. */
export const wordingSettings: FeatureSettings = { gramLengthMax: 4, withWords: false, withMarks: true, hashBits: 18 };

/** The file models/wording/weights.json: what scripts/train-wording.ts writes. */
export const WordingWeights = z.object({
  version: z.literal(1),
  trainedRows: z.int(),
  /** Leading at or above it, where the rules are silent. */
  findAt: z.number().min(0).max(1),
  /** A find that the rules are less sure of is dropped below it. */
  vetoBelow: z.number().min(0).max(1),
  /** The same for finds that the rules are sure of. */
  strongVetoBelow: z.number().min(0).max(1),
  leading: Packed,
  type: Packed,
  severity: Packed,
  clause: Packed,
});
export type WordingWeights = z.infer<typeof WordingWeights>;

type Part = "leading" | "type" | "severity" | "clause";

export type WordingModel = Omit<WordingWeights, Part> & Record<Part, Model>;

/** Unpacks the weights file. Throws where it is not one. */
export function wordingModelOf(file: unknown): WordingModel {
  const { leading, type, severity, clause, ...thresholds } = WordingWeights.parse(file);
  return {
    ...thresholds,
    leading: unpackModel(leading),
    type: unpackModel(type),
    severity: unpackModel(severity),
    clause: unpackModel(clause),
  };
}

/** The model that ships with the program. */
export const shippedWordingModel = shippedOnce("wording/weights.json", wordingModelOf);
