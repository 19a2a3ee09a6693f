import { z } from "zod";
import { AppError } from "../platform/errors.ts";
import { within } from "../platform/within.ts";
import type { Embedder } from "../ports/embedder.ts";
import { askService, badAnswer, unavailable } from "./ask-service.ts";

export type EmbedderOptions = {
  baseUrl: string;
  apiKey: string;
  model: string;
  dimensions?: number;
  timeoutMs?: number;
  /** Somebody waits for the answer to a question, and words find it meanwhile. */
  queryTimeoutMs?: number;
};
type EmbedderSettings = Required<EmbedderOptions>;

const name = "向量服务";
const usualDimensions = 512;

const batchSize = 64;
const maxAnswerBytes = 32 * 1024 * 1024;
const Answer = z.object({ data: z.array(z.object({ index: z.int(), embedding: z.array(z.number()) })) });

/**
 * Any server that speaks OpenAI's `/embeddings`, asked for `dimensions` (512 unless told). Vectors come back with norm 1. Throws AppError
 * `unavailable`, `rate_limited`, or `bad_answer` when the vectors have another length or number.
 */
export function createOpenAiEmbedder(options: EmbedderOptions): Embedder {
  const settings = { dimensions: usualDimensions, timeoutMs: 20_000, queryTimeoutMs: 3_000, ...options };
  return {
    id: `openai:${settings.model}:${settings.dimensions}`,
    dimensions: settings.dimensions,
    async embed(texts, { kind, signal }) {
      const timeoutMs = kind === "query" ? Math.min(settings.queryTimeoutMs, settings.timeoutMs) : settings.timeoutMs;
      const vectors: Float32Array[] = [];
      for (let from = 0; from < texts.length; from += batchSize) {
        const batch = texts.slice(from, from + batchSize).map(String);
        vectors.push(
          ...(await within(signal, timeoutMs, (stop) => ask(settings, batch, stop)).catch(unavailable(name))),
        );
      }
      return vectors;
    },
  };
}

async function ask(settings: EmbedderSettings, input: string[], signal: AbortSignal): Promise<Float32Array[]> {
  const { model, dimensions, apiKey, baseUrl } = settings;
  const body = { model, input, dimensions, encoding_format: "float" };
  const service = { name, baseUrl, apiKey, maxAnswerBytes };
  const { data } = await askService(service, { path: "/embeddings", body, answer: Answer }, signal);
  const rows = data.sort((a, b) => a.index - b.index);
  if (rows.length !== input.length || rows.some((row, at) => row.index !== at))
    throw badAnswer(name, `${rows.length} vectors for ${input.length}`);
  return rows.map((row) => unit(row.embedding, dimensions));
}

function unit(values: readonly number[], dimensions: number): Float32Array {
  if (values.length !== dimensions) {
    throw new AppError("bad_answer", `向量维数应为 ${dimensions}，模型给出 ${values.length}`);
  }
  const norm = Math.hypot(...values);
  if (!Number.isFinite(norm) || norm === 0) throw badAnswer(name);
  return Float32Array.from(values, (value) => value / norm);
}
