import type { Ctx } from "../../platform/context.ts";
import { mask } from "../../platform/mask.ts";
import { tryEmbed } from "../vectors/try-embed.ts";

/**
 * The vector of a question by the embedder of that id, of norm 1; null when it gives none, since then words alone find. Personal data is
 * masked before it leaves.
 */
export async function questionVector(
  ctx: Ctx,
  text: string,
  model: string = ctx.embedder.id,
): Promise<Float32Array | null> {
  const vectors = await tryEmbed(ctx, { model, instead: "a question is searched by words alone" }, (embedder) =>
    embedder.embed([mask(text).text], { kind: "query", signal: ctx.signal }),
  );
  return vectors[0] ?? null;
}
