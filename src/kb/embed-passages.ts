import { randomUUID } from "node:crypto";
import type { Ctx } from "../platform/context.ts";
import { mask } from "../platform/mask.ts";
import { cutBody } from "./cut-body.ts";
import type { PassageRow } from "./store-versions.ts";
import { passageTokens } from "./words.ts";

/** A passage of a version that has no number yet. */
export type NewPassage = Omit<PassageRow, "articleId" | "version">;

/**
 * Cuts each body and embeds its pieces, in the order of the articles. Call it outside a transaction, since an embedder may
 * be far away. Texts are masked before they leave.
 */
export async function embedPassages(
  ctx: Ctx,
  texts: readonly { title: string; body: string }[],
): Promise<NewPassage[][]> {
  const pieces = texts.map(({ body }) => cutBody(body));
  const asked = texts.flatMap(({ title }, at) =>
    (pieces[at] ?? []).map(({ path, text }) => mask([title, path, text].filter(Boolean).join("\n")).text),
  );
  const vectors = await ctx.embedder.embed(asked, { kind: "passage", signal: ctx.signal });
  let next = 0;
  return texts.map(({ title }, at) =>
    (pieces[at] ?? []).map(({ path, text }, ord) => ({
      id: randomUUID(),
      ord,
      path,
      text,
      tokens: passageTokens(title, path, text),
      embedding: Array.from(vectors[next++] ?? []),
    })),
  );
}
