import { z } from "zod";

/** What open screens hear: ids only, they ask for the row. `alarm`: a live call has become urgent. */
export const CallEvent = z.object({
  callId: z.string(),
  what: z.enum(["received", "drafted", "alarm", "viewers", "attached", "processed", "failed", "edited", "confirmed"]),
});
export type CallEvent = z.infer<typeof CallEvent>;

export type EventBus = {
  publish(event: CallEvent): void;
  /** Gives back what ends the listening. */
  listen(listener: (event: CallEvent) => void): () => void;
};

/** A bus within one process; `forward` carries events to the other processes. */
export function openEventBus(
  forward: (event: CallEvent) => void = () => {},
): EventBus & { deliver(event: CallEvent): void } {
  const listeners = new Set<(event: CallEvent) => void>();
  const deliver = (event: CallEvent) => {
    for (const listener of listeners) listener(event);
  };
  return {
    deliver,
    publish(event) {
      deliver(event);
      forward(event);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
