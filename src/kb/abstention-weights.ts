import { z } from "zod";
import { readShipped } from "../platform/learn/index.ts";

/** What tells an answer from an article that came nearest, in the order in which they are learned. */
export const signNames = ["points", "ofQuestion", "ofArticle", "rarestInTitle", "noMatter"] as const;
export type SignName = (typeof signNames)[number];
export type Signs = Readonly<Record<SignName, number>>;

const File = z.strictObject({
  version: z.literal(1),
  /** How many questions it was learned from. */
  questions: z.number().int().positive(),
  weights: z.record(z.enum(signNames), z.number()),
  bias: z.number(),
});

let shipped: z.infer<typeof File> | undefined;

/** What each sign counts, as `scripts/train-abstention.ts` learned it: `models/search/abstention.json`. */
export function abstentionWeights(): { weights: Signs; bias: number } {
  shipped ??= File.parse(readShipped("search/abstention.json"));
  return shipped;
}
