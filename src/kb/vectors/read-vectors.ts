import { z } from "zod";
import { authorize } from "../../platform/access.ts";
import type { Ctx } from "../../platform/context.ts";
import { countBare, countPassages, findSet, type VectorSet } from "./store.ts";

const SetProgress = z.object({
  model: z.string(),
  dimensions: z.int(),
  /** Passages that have their vector. */
  done: z.int(),
  /** Why it does not get on, for people. */
  failure: z.string().nullable(),
});

/** Which vectors search compares with, and how far those are that will take their place. */
export const VectorsView = z.object({
  passages: z.int(),
  serving: SetProgress.nullable(),
  filling: SetProgress.nullable(),
});
export type VectorsView = z.infer<typeof VectorsView>;

/** How whole the vectors of the base are. */
export async function readVectors(ctx: Ctx): Promise<VectorsView> {
  authorize(ctx.actor, "article.edit");
  const passages = await countPassages(ctx.db);
  const progress = async (set: VectorSet | undefined) =>
    set
      ? {
          model: set.model,
          dimensions: set.dimensions,
          done: passages - (await countBare(ctx.db, set.id)),
          failure: set.failure,
        }
      : null;
  return {
    passages,
    serving: await progress(await findSet(ctx.db, "serving")),
    filling: await progress(await findSet(ctx.db, "filling")),
  };
}
