import { z } from "zod";

/** What open screens hear: ids only, they ask for the row. `alarm`: a live call has become urgent. Of `rescore` the id is that of the run. */
export const CallEvent = z.object({
  callId: z.string(),
  what: z.enum([
    "received",
    "drafted",
    "alarm",
    "viewers",
    "attached",
    "processed",
    "failed",
    "edited",
    "confirmed",
    "told",
    "recorded",
    "rescore",
  ]),
});
export type CallEvent = z.infer<typeof CallEvent>;

/** How far an import of articles is. */
export const ImportEvent = z.object({
  importId: z.string(),
  state: z.string(),
  done: z.int(),
  total: z.int().nullable(),
});
export type ImportEvent = z.infer<typeof ImportEvent>;

export type BusEvent = CallEvent | ImportEvent;

export type EventBus = {
  publish(event: BusEvent): void;
  /** Gives back what ends the listening. */
  listen(listener: (event: BusEvent) => void): () => void;
};

/** A bus within one process. */
export function openEventBus(): EventBus {
  const listeners = new Set<(event: BusEvent) => void>();
  return {
    publish(event) {
      for (const listener of listeners) listener(event);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
