import type { Ctx } from "../../platform/context.ts";
import { mask } from "../../platform/mask.ts";

/** The vector of a question, of norm 1; null when the embedder gives none. Personal data is masked before it leaves. */
export async function questionVector(ctx: Ctx, text: string): Promise<Float32Array | null> {
  const [vector = null] = await ctx.embedder.embed([mask(text).text], { kind: "query", signal: ctx.signal });
  return vector;
}
