import type { Embedder } from "../ports/embedder.ts";
import { createHashedEmbedder } from "./hashed-embedder.ts";
import { createOpenAiEmbedder, type EmbedderOptions } from "./openai-embedder.ts";
import { restAfterFailure } from "./with-rest.ts";
import { tryAgain } from "./with-retry.ts";

const attempts = { attempts: 3, waitMs: 500 };
const restMs = 10_000;

/** The embedder of the settings: that of a server, or the built-in one. */
export const openEmbedder = (settings: EmbedderOptions | null): Embedder =>
  settings ? careful(createOpenAiEmbedder(settings)) : createHashedEmbedder();

/**
 * Finds the embedder that gave vectors by its id: the built-in one, or another model of the same server. Null when the settings have no
 * server any more.
 */
export function embeddersByName(own: Embedder, settings: EmbedderOptions | null): (id: string) => Embedder | null {
  const known = new Map([own, createHashedEmbedder()].map((embedder) => [embedder.id, embedder]));
  return (id) => {
    const [, model, dimensions] = /^openai:(.+):(\d+)$/u.exec(id) ?? [];
    if (!known.has(id) && settings && model)
      known.set(id, openEmbedder({ ...settings, model, dimensions: Number(dimensions) }));
    return known.get(id) ?? null;
  };
}

/** Passages are tried again; a question is asked once, and not at all for a while after it failed. */
function careful(embedder: Embedder): Embedder {
  const rest = { query: restAfterFailure(restMs, resting), passage: restAfterFailure(restMs, resting) };
  return {
    id: embedder.id,
    dimensions: embedder.dimensions,
    embed: (texts, call) => {
      const ask = () => embedder.embed(texts, call);
      return rest[call.kind](call.signal, call.kind === "query" ? ask : () => tryAgain(attempts, call.signal, ask));
    },
  };
}

const resting = "向量服务暂不可用";
