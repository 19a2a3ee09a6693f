import type { Log } from "./log.ts";

/** Does work after the answer went out: one at a time for a key, and of those that wait only the newest. */
export type Later = (key: string, work: () => Promise<unknown>) => void;

const together = 2;

/** `close` drops what waits and lets the running work end. For work that may be lost; what may not needs a job. */
export function openLater(log: Log): { later: Later; close: () => Promise<void> } {
  const waiting = new Map<string, () => Promise<unknown>>();
  const running = new Map<string, Promise<void>>();
  let isOpen = true;

  const run = async (key: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log.warn({ error: error instanceof Error ? error.name : "unknown" }, "work done later failed");
    }
    running.delete(key);
    startNext();
  };
  const startNext = (): void => {
    for (const [key, work] of waiting) {
      if (running.size >= together) return;
      if (running.has(key)) continue;
      waiting.delete(key);
      running.set(key, run(key, work));
    }
  };
  return {
    later(key, work) {
      if (!isOpen) return;
      waiting.set(key, work);
      startNext();
    },
    async close() {
      isOpen = false;
      waiting.clear();
      await Promise.all(running.values());
    },
  };
}
