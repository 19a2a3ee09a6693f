import type { LanguageModel } from "../ports/language-model.ts";

/** At most `concurrency` calls at a time; the others wait their turn, first come first served, until their signal ends. */
export function withLimit(model: LanguageModel, { concurrency }: { concurrency: number }): LanguageModel {
  let running = 0;
  const waiting: (() => void)[] = [];

  const turn = (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    if (running < concurrency) {
      running += 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const start = () => {
        signal.removeEventListener("abort", stop);
        resolve();
      };
      const stop = () => {
        waiting.splice(waiting.indexOf(start), 1);
        reject(signal.reason);
      };
      signal.addEventListener("abort", stop, { once: true });
      waiting.push(start);
    });
  };
  // The place goes straight to the next in line, so nobody slips in between.
  const done = () => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };

  return {
    id: model.id,
    async generate(call) {
      await turn(call.signal);
      try {
        return await model.generate(call);
      } finally {
        done();
      }
    },
  };
}
