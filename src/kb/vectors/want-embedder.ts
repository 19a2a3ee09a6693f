import { authorize } from "../../platform/access.ts";
import { record } from "../../platform/audit.ts";
import type { Ctx } from "../../platform/context.ts";
import { embedPassagesJob } from "./jobs.ts";
import { isIndexWanted } from "./keep-vectors.ts";
import { ensureSet, findSet, moveSet } from "./store.ts";
import { vectorTypeOf } from "./store-index.ts";

/**
 * Says at the start of a process which embedder the settings name. Is it another one than the vectors are of, new vectors are made in the
 * background, and the old serve until the new are whole. Settings that go back before that throw the new ones away.
 */
export async function wantEmbedder(ctx: Ctx): Promise<void> {
  authorize(ctx.actor, "article.edit");
  const { id: model, dimensions } = ctx.embedder;
  const isMoving = await ctx.inTransaction(async (tx) => {
    const serving = await findSet(tx, "serving");
    const filling = await findSet(tx, "filling");
    const wanted = !serving || serving.model === model ? null : model;
    if ((filling?.model ?? null) === wanted) return false;
    if (filling) await moveSet(tx, filling.id, "leaving");
    const type = vectorTypeOf(ctx.config, ctx.embedder);
    if (wanted) await ensureSet(tx, { model, dimensions, state: "filling", startedAt: ctx.now() }, type);
    record(tx, ctx, "kb.embedder.change", "vectors", { from: serving?.model ?? null, to: model });
    return true;
  });
  if (isMoving || (await isIndexWanted(ctx))) await ctx.ring(embedPassagesJob, { id: "base" });
}
