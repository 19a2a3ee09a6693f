import { z } from "zod";
import { readShipped } from "../../platform/learn/index.ts";
import { type FeatureName, featureNames } from "./features.ts";
import type { SearchQuestion } from "./question.ts";

export type RankingWeights = Readonly<Record<FeatureName, number>>;

const File = z.strictObject({
  version: z.literal(1),
  /** From how many letters and questions it was learned. */
  lists: z.number().int().positive(),
  weights: z.record(z.enum(featureNames), z.number()),
  /** Of letters, which name the matter in official words themselves: learned without the matters of the rules. */
  letterWeights: z.record(z.enum(featureNames), z.number()),
});

let shipped: z.infer<typeof File> | undefined;

/** What each likeness counts for a call or a letter, as `scripts/train-search.ts` learned it: `models/search/weights.json`. */
export function rankingWeights(length: SearchQuestion["length"]): RankingWeights {
  shipped ??= File.parse(readShipped("search/weights.json"));
  return length === "letter" ? shipped.letterWeights : shipped.weights;
}
