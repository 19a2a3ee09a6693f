import { nearness } from "../../parts/clocks.tsx";
import type { CallListEntry } from "../../types.ts";

/** A draft order among the calls. */
export type Waiting = CallListEntry & { order: NonNullable<CallListEntry["order"]> };

/** Of the clocks that run already, the one that runs out first. */
export const nextClock = ({ order }: Waiting) =>
  order.clocks.filter(({ assumed }) => !assumed).sort((a, b) => Date.parse(a.due) - Date.parse(b.due))[0];

const dueMs = (row: Waiting): number => {
  const clock = nextClock(row);
  return clock ? Date.parse(clock.due) : Number.POSITIVE_INFINITY;
};

/** The draft of a call that goes on is not ready to be sent to anybody. */
const isWaiting = (call: CallListEntry): call is Waiting => call.order?.state === "draft" && call.state !== "live";
const urgency = ({ order }: Waiting) => (order.urgent === "紧急" ? 0 : 1);

/** Drafts only: urgent before the rest, then what runs out first. */
export const inQueueOrder = (calls: readonly CallListEntry[]): Waiting[] =>
  calls.filter(isWaiting).sort((a, b) => urgency(a) - urgency(b) || compare(dueMs(a), dueMs(b)) || compare(a.id, b.id));

/** Unlike a difference it holds for infinities. */
const compare = <T extends number | string>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);

export function countNear(rows: readonly Waiting[], nowMs: number): { soon: number; over: number } {
  const near = rows.flatMap((row) => nextClock(row)?.due ?? []).map((due) => nearness(due, nowMs));
  return { soon: near.filter((one) => one === "soon").length, over: near.filter((one) => one === "over").length };
}
