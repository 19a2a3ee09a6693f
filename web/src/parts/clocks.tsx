import type { OrderClock } from "../types.ts";
import { remaining, shortTime } from "./time.ts";
import { useNow } from "./use-now.ts";

const soonMs = 2 * 3_600_000;

/** Calm, near (two hours) or over. */
export function nearness(due: string, nowMs: number): "calm" | "soon" | "over" {
  const leftMs = Date.parse(due) - nowMs;
  if (leftMs < 0) return "over";
  return leftMs < soonMs ? "soon" : "calm";
}

/** The limits of an order with the clause each rests on. A settled order's clocks have no colour. */
export function Clocks({ clocks, isSettled }: { clocks: readonly OrderClock[]; isSettled: boolean }) {
  const nowMs = useNow();
  // What is only assumed begins to run when the order is dispatched.
  const isRunning = ({ assumed }: OrderClock) => !isSettled && !assumed;
  return (
    <table className="clocks">
      <tbody>
        {clocks.map((clock) => (
          <tr key={clock.stage} title={`依据 ${clock.clause}`}>
            <th scope="row">{clock.stage}</th>
            <td className="num">{shortTime(clock.due)}</td>
            <td className={isRunning(clock) ? `near-${nearness(clock.due, nowMs)}` : "quiet"}>
              {isRunning(clock) ? remaining(clock.due, nowMs) : ""}
            </td>
            <td className="quiet">
              {clock.limit}
              {clock.assumed ? "，按现在派发推算" : ""} · {clock.clause}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
