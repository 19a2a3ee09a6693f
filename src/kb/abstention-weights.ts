import { z } from "zod";
import { readShipped } from "../platform/learn/index.ts";

/** What tells an answer from an article that came nearest, in the order in which they are learned. */
export const signNames = ["points", "ofQuestion", "ofArticle", "rarestInTitle", "noMatter"] as const;
/** Where an office has taught what it answers and what not: nearness to its questions of either kind too, and what is explained. */
export const taughtNames = [
  ...signNames,
  ...(["askedTogether", "askedOften", "gap", "outside", "known"] as const),
  ...(["explainedGrams", "unexplainedGrams", "explainedMeant", "unexplainedMeant"] as const),
] as const;
export type SignName = (typeof taughtNames)[number];
export type Signs = Readonly<Record<SignName, number>>;

/** Where the line of abstention lies for an office that knows so much; between two of them it is a straight line. */
const Floor = z.strictObject({ known: z.number(), at: z.number() });
export type Floor = z.infer<typeof Floor>;

const File = z.strictObject({
  version: z.literal(2),
  /** How many questions it was learned from. */
  questions: z.number().int().positive(),
  weights: z.record(z.enum(signNames), z.number()),
  bias: z.number(),
  taught: z.strictObject({
    weights: z.record(z.enum(taughtNames), z.number()),
    bias: z.number(),
    floors: z.array(Floor).min(1),
  }),
});

let shipped: z.infer<typeof File> | undefined;

/**
 * What each sign counts, as `scripts/train-abstention.ts` learned it, or `scripts/train-taught.ts` for an office that has taught what it answers:
 * `models/search/abstention.json`. `known`: how many confirmed questions an article has, as ln(1 + mean).
 */
export function abstentionWeights(isTaught: boolean, known: number): { weights: Partial<Signs>; bias: number } {
  shipped ??= File.parse(readShipped("search/abstention.json"));
  if (!isTaught) return shipped;
  const { weights, bias, floors } = shipped.taught;
  return { weights, bias: bias - floorAt(floors, known) };
}

/** `floors`: by rising `known`. */
export function floorAt(floors: readonly Floor[], known: number): number {
  const above = floors.findIndex((floor) => floor.known >= known);
  const [from, to] = [floors[Math.max(0, above - 1)], floors.at(above)];
  if (!from || !to || above <= 0) return (above < 0 ? floors.at(-1) : floors[0])?.at ?? 0;
  return from.at + ((known - from.known) / (to.known - from.known)) * (to.at - from.at);
}
