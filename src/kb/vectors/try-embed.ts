import type { Ctx } from "../../platform/context.ts";
import type { Embedder } from "../../ports/embedder.ts";

/**
 * What `embed` gets from the embedder of that id; nothing when there is none or it fails, since search goes on with words alone. `instead`:
 * what happens then, for the log.
 */
export async function tryEmbed(
  ctx: Ctx,
  { model, instead }: { model: string; instead: string },
  embed: (embedder: Embedder) => Promise<Float32Array[]>,
): Promise<Float32Array[]> {
  try {
    const embedder = ctx.embedderOf(model);
    return embedder ? await embed(embedder) : [];
  } catch (error) {
    ctx.signal.throwIfAborted();
    ctx.log.warn({ error: String(error), model }, instead);
    return [];
  }
}
