import { z } from "zod";
import { readShipped } from "../../platform/learn/index.ts";
import { type FeatureName, featureNames } from "./features.ts";

export type RankingWeights = Readonly<Record<FeatureName, number>>;

const File = z.strictObject({
  version: z.literal(1),
  /** From how many letters and questions it was learned. */
  lists: z.number().int().positive(),
  weights: z.record(z.enum(featureNames), z.number()),
});

let shipped: RankingWeights | undefined;

/** What each likeness counts, as `scripts/train-search.ts` learned it: `models/search/weights.json`. */
export function rankingWeights(): RankingWeights {
  shipped ??= File.parse(readShipped("search/weights.json")).weights;
  return shipped;
}
