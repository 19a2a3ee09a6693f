import { setTimeout as pause } from "node:timers/promises";
import { AppError, faults } from "../platform/errors.ts";
import type { LanguageModel } from "../ports/language-model.ts";

export type Attempts = { attempts: number; waitMs: number };

/**
 * Tries again what another try may mend (faults with `retry`), `attempts` times in all, waiting `waitMs`, twice that, four
 * times that, each halved by chance so that callers spread out. Stops at once with the signal.
 */
export async function tryAgain<T>(
  { attempts, waitMs }: Attempts,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !isWorthAnotherTry(error) || signal.aborted) throw error;
    }
    await pause(waitMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2), undefined, { signal });
  }
}

/** A language model that tries again. */
export const withRetry = (model: LanguageModel, attempts: Attempts): LanguageModel => ({
  id: model.id,
  generate: (call) => tryAgain(attempts, call.signal, () => model.generate(call)),
});

export const isWorthAnotherTry = (error: unknown): boolean => error instanceof AppError && faults[error.fault].retry;

/** Whether the server says that the request is at fault: another one may do. */
export const isRefused = ({ status }: Response): boolean => status >= 400 && status < 500;
