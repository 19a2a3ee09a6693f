import { z } from "zod";
import { AppError } from "../platform/errors.ts";
import { parseAnswer } from "../platform/parse-answer.ts";
import { within } from "../platform/within.ts";
import type { LanguageModel, Message } from "../ports/language-model.ts";
import { keepingFetch } from "./keeping-fetch.ts";

export type LanguageModelSettings = { baseUrl: string; apiKey: string; model: string; timeoutSec: number };

const Usage = z.object({ prompt_tokens: z.number(), completion_tokens: z.number() });
/** What we read of a server's answer; some send no counts. */
const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
  usage: Usage.catch({ prompt_tokens: 0, completion_tokens: 0 }),
});

/**
 * Any server that speaks OpenAI's chat completions, through LangChain, with a strict `json_schema`. One try a call, no
 * longer than `timeoutSec`. Throws AppError `bad_answer`, `unavailable`, or `rate_limited` (HTTP 429).
 */
export function openLanguageModel(settings: LanguageModelSettings): LanguageModel {
  const id = `openai:${settings.model}`;
  return {
    id,
    async generate({ messages, schema, purpose, maxOutputTokens, signal }) {
      const startedMs = performance.now();
      const call = { messages, schema: jsonSchema(schema), purpose, maxOutputTokens };
      const completion = await within(signal, settings.timeoutSec * 1000, (stop) => ask(settings, call, stop)).catch(
        unavailable,
      );
      return {
        value: parseAnswer(completion.content, schema),
        modelId: id,
        inputTokens: completion.usage.prompt_tokens,
        outputTokens: completion.usage.completion_tokens,
        durationMs: Math.round(performance.now() - startedMs),
      };
    },
  };
}

type Ask = {
  messages: readonly Message[];
  schema: Record<string, unknown>;
  purpose: string;
  maxOutputTokens: number;
};

/** LangChain throws words away that are not JSON, so they are read from the body itself. */
async function ask(settings: LanguageModelSettings, call: Ask, signal: AbortSignal) {
  const { ChatOpenAICompletions } = await import("@langchain/openai");
  const kept = keepingFetch();
  const model = new ChatOpenAICompletions({
    model: settings.model,
    apiKey: settings.apiKey,
    temperature: 0,
    maxTokens: call.maxOutputTokens,
    maxRetries: 0,
    streaming: false,
    configuration: { baseURL: settings.baseUrl, fetch: kept.fetch, organization: null, project: null, logLevel: "off" },
  });
  const words = call.messages.map(({ role, content }) => ({ role, content: String(content) }));
  const format = { name: call.purpose.replace(/[^\w-]/g, "_"), schema: call.schema, strict: true };
  const asked = model.invoke(words, { signal, response_format: { type: "json_schema", json_schema: format } });
  const failure = await asked.then(
    () => null,
    (error: unknown) => error,
  );
  const answer = kept.answer();
  if (!answer) throw failure ?? new Error("no answer was kept");
  if (answer.status === 429) throw new AppError("rate_limited", "智能服务繁忙，请稍后再试", { cause: failure });
  if (answer.status !== 200) throw new AppError("unavailable", "智能服务暂不可用", { detail: answer.status });
  return contentOf(answer.body);
}

function contentOf(body: string) {
  const result = Completion.safeParse(jsonOrNull(body));
  if (!result.success) throw new AppError("bad_answer", "模型答复不合要求", { detail: result.error.issues });
  const [choice] = result.data.choices;
  return { content: choice?.message.content ?? "", usage: result.data.usage };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function unavailable(error: unknown): never {
  throw ownFault(error) ?? new AppError("unavailable", "智能服务暂不可用", { cause: error });
}

/** Our own error, also when the client has wrapped it. */
function ownFault(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  return error instanceof Error ? ownFault(error.cause) : null;
}

function jsonSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: "draft-7" });
  return rest;
}
