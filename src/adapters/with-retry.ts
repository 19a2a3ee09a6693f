import { setTimeout as pause } from "node:timers/promises";
import { AppError, faults } from "../platform/errors.ts";
import type { LanguageModel } from "../ports/language-model.ts";

/**
 * Tries again what another try may mend (faults with `retry`), `attempts` times in all, waiting `waitMs`, twice that, four
 * times that, each halved by chance so that callers spread out. Stops at once with the call's signal.
 */
export function withRetry(
  model: LanguageModel,
  { attempts, waitMs }: { attempts: number; waitMs: number },
): LanguageModel {
  return {
    id: model.id,
    async generate(call) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await model.generate(call);
        } catch (error) {
          if (attempt >= attempts || !isWorthAnotherTry(error) || call.signal.aborted) throw error;
        }
        await pause(waitMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2), undefined, { signal: call.signal });
      }
    },
  };
}

const isWorthAnotherTry = (error: unknown): boolean => error instanceof AppError && faults[error.fault].retry;
