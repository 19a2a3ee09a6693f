import { authorize } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx } from "../../platform/context.ts";
import { fillSet } from "./fill-set.ts";
import {
  countBare,
  deleteSet,
  deleteSome,
  findSet,
  holdPassages,
  moveSet,
  selectSets,
  type VectorSet,
} from "./store.ts";
import { dropIndex, isIndexed, makeIndex, vectorTypeOf } from "./store-index.ts";

const removedAtOnce = 500;

/**
 * Brings the vectors up to what they should be: passages that have none get theirs, a set of another embedder is filled and takes over once
 * it is whole, and what it replaced is removed. May run twice and after a crash: each step looks at what is there.
 */
export async function keepVectors(ctx: Ctx): Promise<void> {
  authorize(ctx.actor, "article.edit");
  for (const set of await selectSets(ctx.db)) if (set.state === "leaving") await removeSet(ctx, set);
  const filling = await findSet(ctx.db, "filling");
  if (filling) {
    do await fillSet(ctx, filling);
    while (!(await takeOver(ctx, filling)));
    return keepVectors(ctx);
  }
  const serving = await findSet(ctx.db, "serving");
  if (serving && (await isIndexWanted(ctx)))
    await ctx.inTransaction((tx) => makeIndex(tx, serving, vectorTypeOf(ctx.config, serving)));
  if (serving) await fillSet(ctx, serving);
}

/** Whether the vectors that serve lack their index: an earlier release compared them as another type, or was killed while it built one. */
export async function isIndexWanted(ctx: Ctx): Promise<boolean> {
  const serving = await findSet(ctx.db, "serving");
  return serving !== undefined && !(await isIndexed(ctx.db, serving, vectorTypeOf(ctx.config, serving)));
}

/** Lets a whole set serve in place of the old one; false when passages came in meanwhile. */
async function takeOver(ctx: Ctx, { id, model }: VectorSet): Promise<boolean> {
  return ctx.inTransaction(async (tx) => {
    await holdPassages(tx);
    const filling = await findSet(tx, "filling");
    // Somebody else let it take over, or the settings went back.
    if (filling?.id !== id) return true;
    if (await countBare(tx, id)) return false;
    const serving = await findSet(tx, "serving");
    if (serving) await moveSet(tx, serving.id, "leaving");
    await moveSet(tx, id, "serving");
    record(tx, ctx, "kb.embedder.switch", "vectors", { from: serving?.model ?? null, to: model });
    return true;
  });
}

/** The index first: each vector would have to be taken out of it. */
async function removeSet(ctx: Ctx, set: VectorSet): Promise<void> {
  await dropIndex(ctx.db, set);
  while (await deleteSome(ctx.db, set.id, removedAtOnce)) ctx.signal.throwIfAborted();
  await deleteSet(ctx.db, set.id);
}
