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

export type EventBus = {
  publish(event: CallEvent): void;
  /** Gives back what ends the listening. */
  listen(listener: (event: CallEvent) => void): () => void;
};

/** A bus within one process. */
export function openEventBus(): EventBus {
  const listeners = new Set<(event: CallEvent) => void>();
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
