import { AppError } from "../platform/errors.ts";
import { isWorthAnotherTry } from "./with-retry.ts";

/** Runs work of a far server; after a failure that may pass it refuses for `restMs`, so that nobody waits for a server that is down. */
export function restAfterFailure(restMs: number, words: string): <T>(work: () => Promise<T>) => Promise<T> {
  let restsUntilMs = 0;
  return async (work) => {
    if (performance.now() < restsUntilMs) throw new AppError("unavailable", words);
    try {
      return await work();
    } catch (error) {
      if (isWorthAnotherTry(error)) restsUntilMs = performance.now() + restMs;
      throw error;
    }
  };
}
