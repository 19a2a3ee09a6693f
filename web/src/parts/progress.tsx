import type { CallListEntry } from "../types.ts";

/** How many of the calls in the list are through; it keeps its place when all are. */
export function Progress({ calls }: { calls: readonly CallListEntry[] }) {
  const waiting = calls.filter(({ state }) => state === "received").length;
  const manual = calls.filter(({ state }) => state === "needs_person").length;
  const done = calls.length - waiting;
  return (
    <p className="progress" role="status">
      <progress value={done} max={Math.max(calls.length, 1)} aria-label="处理进度" />
      <span className="num">
        已处理 {done} / {calls.length}
      </span>
      {manual > 0 && <span className="near-soon">其中待人工 {manual}</span>}
    </p>
  );
}
