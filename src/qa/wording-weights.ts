import { z } from "zod";
import { type FeatureSettings, type Model, Packed, readShipped, unpackModel } from "../platform/learn/index.ts";

/** How the shipped weights read sentences; scripts/train-wording.ts trains with the same. */
export const wordingSettings: FeatureSettings = { gramLengthMax: 2, withWords: false, withMarks: true, hashBits: 18 };

/** The file models/wording/weights.json: what scripts/train-wording.ts writes. */
export const WordingWeights = z.object({
  version: z.literal(1),
  trainedRows: z.int(),
  /** Leading at or above it, where the rules are silent. */
  findAt: z.number().min(0).max(1),
  /** A weak find of the rules is dropped below it. */
  vetoBelow: z.number().min(0).max(1),
  leading: Packed,
  type: Packed,
  severity: Packed,
});
export type WordingWeights = z.infer<typeof WordingWeights>;

export type WordingModel = { findAt: number; vetoBelow: number; leading: Model; type: Model; severity: Model };

/** Unpacks the weights file. Throws where it is not one. */
export function wordingModelOf(file: unknown): WordingModel {
  const { findAt, vetoBelow, leading, type, severity } = WordingWeights.parse(file);
  return {
    findAt,
    vetoBelow,
    leading: unpackModel(leading),
    type: unpackModel(type),
    severity: unpackModel(severity),
  };
}

let shipped: WordingModel | null | undefined;

/** The model that ships with the program, read when first asked for; null where the file is not there: the rules then stand alone. */
export function shippedWordingModel(): WordingModel | null {
  if (shipped !== undefined) return shipped;
  const file = readShipped("wording/weights.json");
  shipped = file === null ? null : wordingModelOf(file);
  return shipped;
}
