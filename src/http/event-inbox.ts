import type { BusEvent, EventBus } from "../platform/events.ts";

/** A reader that takes nothing for so many events is cut off; it comes back and asks for the rows again. */
const mostWaiting = 1_000;

export type EventInbox<Event> = {
  /** The events since the last time; empty after `quietMs` without one. Null once the inbox is closed. */
  next(quietMs: number): Promise<Event[] | null>;
  /** Nothing listens any more. May be called again. */
  close(): void;
};

/** Gathers the events that `accepts` names until someone takes them. Closes itself with `signal`, and when it overflows. */
export function openEventInbox<Event extends BusEvent>(
  bus: EventBus,
  accepts: (event: BusEvent) => event is Event,
  signal: AbortSignal,
): EventInbox<Event> {
  let waiting: Event[] = [];
  let isOpen = true;
  let wake = () => {};
  const close = () => {
    isOpen = false;
    waiting = [];
    unlisten();
    signal.removeEventListener("abort", close);
    wake();
  };
  const unlisten = bus.listen((event) => {
    if (!accepts(event)) return;
    if (waiting.push(event) > mostWaiting) return close();
    wake();
  });
  signal.addEventListener("abort", close, { once: true });
  if (signal.aborted) close();
  return {
    close,
    async next(quietMs) {
      if (isOpen && !waiting.length)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, quietMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      return isOpen ? waiting.splice(0) : null;
    },
  };
}
