import { AppError } from "../../platform/errors.ts";
import { parseAnswer } from "../../platform/parse-answer.ts";
import { within } from "../../platform/within.ts";
import type { LanguageModel, Message } from "../../ports/language-model.ts";
import { type Script, scripted } from "./scripted.ts";

export type ModelCall = { purpose: string; messages: readonly Message[]; maxOutputTokens: number };

/** Answers with the text of a model, or an error; the text goes through the same checks as a real one's. */
export function fakeLanguageModel(
  script: Script<ModelCall, string | Error>,
  { timeoutMs = 30_000 } = {},
): LanguageModel & { calls: ModelCall[] } {
  const fake = scripted(script);
  return {
    id: "fake",
    calls: fake.calls,
    async generate({ schema, signal, ...call }) {
      const text = await within(signal, timeoutMs, () => fake.answer(call)).catch((cause: unknown) => {
        if (cause instanceof AppError) throw cause;
        throw new AppError("unavailable", "智能服务暂不可用", { cause });
      });
      const value = parseAnswer(String(text), schema);
      return { value, modelId: "fake", inputTokens: 0, outputTokens: 0, durationMs: 0 };
    },
  };
}
