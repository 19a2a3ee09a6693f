import { AppError } from "../platform/errors.ts";
import { isWorthAnotherTry } from "./with-retry.ts";

type Rest = <T>(signal: AbortSignal, work: () => Promise<T>) => Promise<T>;

/**
 * Runs work of a far server; after it was away or busy it refuses for `restMs`, so that nobody waits for a server that is down. That
 * somebody left (`signal`), or that one question was refused, says nothing of the server.
 */
export function restAfterFailure(restMs: number, words: string): Rest {
  let restsUntilMs = 0;
  return async (signal, work) => {
    if (performance.now() < restsUntilMs) throw new AppError("unavailable", words);
    try {
      return await work();
    } catch (error) {
      if (isOfServer(error) && !signal.aborted) restsUntilMs = performance.now() + restMs;
      throw error;
    }
  };
}

const isOfServer = (error: unknown): boolean =>
  isWorthAnotherTry(error) && !(error instanceof AppError && error.fault === "bad_answer");
