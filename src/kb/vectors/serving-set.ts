import type { Ctx } from "../../platform/context.ts";
import { ensureSet, findSet, type VectorSet } from "./store.ts";
import { vectorTypeOf } from "./store-index.ts";

/** The vectors that search compares with. A base without any begins with the embedder of the settings. */
export async function servingSet(ctx: Ctx): Promise<VectorSet> {
  const { id: model, dimensions } = ctx.embedder;
  const type = vectorTypeOf(ctx.config, ctx.embedder);
  return (
    (await findSet(ctx.db, "serving")) ??
    ctx.inTransaction((tx) => ensureSet(tx, { model, dimensions, state: "serving", startedAt: ctx.now() }, type))
  );
}
