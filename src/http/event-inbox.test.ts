import { expect, test } from "vitest";
import { type BusEvent, type CallEvent, openEventBus } from "../platform/events.ts";
import { openEventInbox } from "./event-inbox.ts";

const event = { callId: "a", what: "edited" } as const;
const isOf =
  (accepts: (event: CallEvent) => boolean) =>
  (event: BusEvent): event is CallEvent =>
    "callId" in event && accepts(event);
const never = new AbortController().signal;

test("gives what came since the last time, in order, and nothing twice", async () => {
  const bus = openEventBus();
  const inbox = openEventInbox(
    bus,
    isOf((event) => event.callId !== "other"),
    never,
  );
  bus.publish(event);
  bus.publish({ ...event, callId: "other" });
  bus.publish({ ...event, what: "confirmed" });
  expect(await inbox.next(1_000)).toEqual([event, { ...event, what: "confirmed" }]);
  expect(await inbox.next(1)).toEqual([]);
});

test("wakes who waits when an event comes", async () => {
  const bus = openEventBus();
  const inbox = openEventInbox(
    bus,
    isOf(() => true),
    never,
  );
  const next = inbox.next(60_000);
  bus.publish(event);
  expect(await next).toEqual([event]);
});

test.each(["closing", "the end of the request", "a reader who takes nothing"])(
  "%s ends it and its listening",
  async (how) => {
    const bus = openEventBus();
    let listening = 0;
    const counted: typeof bus = {
      ...bus,
      listen(listener) {
        listening += 1;
        const unlisten = bus.listen(listener);
        return () => {
          listening = 0;
          unlisten();
        };
      },
    };
    const request = new AbortController();
    const inbox = openEventInbox(
      counted,
      isOf(() => true),
      request.signal,
    );
    expect(listening).toBe(1);
    const next = how === "a reader who takes nothing" ? null : inbox.next(60_000);
    if (how === "closing") inbox.close();
    if (how === "the end of the request") request.abort();
    if (!next) for (let i = 0; i <= 1_000; i++) bus.publish(event);
    expect(await (next ?? inbox.next(60_000))).toBeNull();
    expect(listening).toBe(0);
  },
);

test("a request that is over already opens nothing", async () => {
  const request = new AbortController();
  request.abort();
  expect(
    await openEventInbox(
      openEventBus(),
      isOf(() => true),
      request.signal,
    ).next(60_000),
  ).toBeNull();
});
