import { z } from "zod";
import { readShipped } from "../platform/learn/index.ts";

/** What tells an answer from an article that came nearest, in the order in which they are learned. */
export const signNames = ["points", "ofQuestion", "ofArticle", "rarestInTitle", "noMatter"] as const;
/** Where an office has taught what it answers and what not: nearness to its questions of either kind too. */
export const taughtNames = [...signNames, "askedTogether", "askedOften", "gap", "outside", "known"] as const;
export type SignName = (typeof taughtNames)[number];
export type Signs = Readonly<Record<SignName, number>>;

const File = z.strictObject({
  version: z.literal(2),
  /** How many questions it was learned from. */
  questions: z.number().int().positive(),
  weights: z.record(z.enum(signNames), z.number()),
  bias: z.number(),
  taught: z.strictObject({ weights: z.record(z.enum(taughtNames), z.number()), bias: z.number() }),
});

let shipped: z.infer<typeof File> | undefined;

/** What each sign counts, as `scripts/train-abstention.ts` learned it: `models/search/abstention.json`. */
export function abstentionWeights(isTaught: boolean): { weights: Partial<Signs>; bias: number } {
  shipped ??= File.parse(readShipped("search/abstention.json"));
  return isTaught ? shipped.taught : shipped;
}
