import { randomUUID } from "node:crypto";
import type { Ctx } from "../platform/context.ts";
import { within } from "../platform/within.ts";
import { cutBody } from "./cut-body.ts";
import type { PassageRow } from "./store-versions.ts";
import { maskedPassage } from "./vectors/masked-passage.ts";
import { servingSet } from "./vectors/serving-set.ts";
import { tryEmbed } from "./vectors/try-embed.ts";
import { passageTokens } from "./words.ts";

/** A passage of a version that has no number yet; without a vector when the embedder gave none, which the job then does. */
export type NewPassage = Omit<PassageRow, "articleId" | "version"> & {
  vector: { setId: number; values: Float32Array } | null;
};

/** Somebody waits for the publication; the job embeds what takes longer. */
const waitMs = 5_000;

/**
 * Cuts each body and embeds its pieces for the vectors that serve, in the order of the articles. Call it outside a transaction, since an
 * embedder may be far away. Texts are masked before they leave. An embedder that fails holds nobody up: words find the passage at once.
 */
export async function embedPassages(
  ctx: Ctx,
  texts: readonly { title: string; body: string }[],
): Promise<NewPassage[][]> {
  if (!texts.length) return [];
  const pieces = texts.map(({ title, body }) => cutBody(body).map((piece) => ({ ...piece, title })));
  const set = await servingSet(ctx);
  const masked = pieces.flat().map(maskedPassage);
  const vectors = await tryEmbed(ctx, { model: set.model, instead: "passages are embedded later" }, (embedder) =>
    within(ctx.signal, waitMs, (signal) => embedder.embed(masked, { kind: "passage", signal })),
  );
  let next = 0;
  return pieces.map((ofArticle) =>
    ofArticle.map(({ title, path, text }, ord) => {
      const values = vectors[next++];
      const vector = values ? { setId: set.id, values } : null;
      return { id: randomUUID(), ord, path, text, tokens: passageTokens(title, path, text), vector };
    }),
  );
}
