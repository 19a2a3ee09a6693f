import type { Embedder } from "../../ports/embedder.ts";
import type { Masked } from "../../ports/masked.ts";
import { type Script, scripted } from "./scripted.ts";

export type EmbedCall = { texts: readonly Masked[]; kind: "query" | "passage" };

/** Every text gets the axis of its length, or the vectors of the script. */
export function fakeEmbedder(
  dimensions: number,
  script?: Script<EmbedCall, Float32Array[] | Error>,
): Embedder & { calls: EmbedCall[] } {
  const axes = ({ texts }: EmbedCall) => texts.map((text) => axis(dimensions, text.length % dimensions));
  const fake = scripted<EmbedCall, Float32Array[] | Error>(script ?? axes);
  return {
    id: "fake",
    dimensions,
    calls: fake.calls,
    async embed(texts, { kind, signal }) {
      signal.throwIfAborted();
      const vectors = await fake.answer({ texts, kind });
      if (vectors instanceof Error) throw vectors;
      return vectors;
    },
  };
}

function axis(dimensions: number, at: number): Float32Array {
  const vector = new Float32Array(dimensions);
  vector[at] = 1;
  return vector;
}
