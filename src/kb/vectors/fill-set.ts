import { isEmbedded } from "../../platform/config.ts";
import type { Ctx } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { maskedPassage } from "./masked-passage.ts";
import { insertVectors, noteFailure, selectBare, type VectorSet } from "./store.ts";

/** The embedded database takes a millisecond and more to put one vector into the index, and others wait meanwhile. */
const atOnceEmbedded = 32;
const atOnceServer = 64;

/**
 * Gives every passage its vector of the set, batch by batch. Each batch is kept as it comes, so a run that was cut off is gone on with.
 * Throws what the embedder throws, with the reason kept on the set for people; `unavailable` when the settings no longer name it.
 */
export async function fillSet(ctx: Ctx, set: VectorSet): Promise<number> {
  const atOnce = isEmbedded(ctx.config) ? atOnceEmbedded : atOnceServer;
  let filled = 0;
  for (let after = ""; ; ) {
    ctx.signal.throwIfAborted();
    const bare = await selectBare(ctx.db, set.id, after, atOnce);
    if (!bare.length) break;
    const vectors = await embedFor(ctx, set, bare.map(maskedPassage));
    await ctx.inTransaction((tx) =>
      insertVectors(
        tx,
        set.id,
        bare.flatMap(({ id: passageId, ...passage }, at) => {
          const values = vectors[at];
          return values ? [{ ...passage, passageId, values }] : [];
        }),
      ),
    );
    after = bare.at(-1)?.id ?? after;
    filled += bare.length;
  }
  if (set.failure) await noteFailure(ctx.db, set.id, null, null);
  return filled;
}

async function embedFor(ctx: Ctx, set: VectorSet, texts: ReturnType<typeof maskedPassage>[]): Promise<Float32Array[]> {
  try {
    const embedder = ctx.embedderOf(set.model);
    if (!embedder) throw new AppError("unavailable", `设置中已没有向量模型 ${set.model}`);
    return await embedder.embed(texts, { kind: "passage", signal: ctx.signal });
  } catch (error) {
    const why = error instanceof AppError ? error.message : "向量服务出错";
    await noteFailure(ctx.db, set.id, `${why}。系统会自动重试，检索照常使用已有向量`, ctx.now());
    throw error;
  }
}
