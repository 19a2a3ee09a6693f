import type { CallListEntry } from "../types.ts";

/** How many of the calls in the list that are over are through; it keeps its place when all are. */
export function Progress({ calls }: { calls: readonly CallListEntry[] }) {
  const count = (wanted: CallListEntry["state"]) => calls.filter(({ state }) => state === wanted).length;
  const [live, waiting, manual] = [count("live"), count("received"), count("needs_person")];
  const over = calls.length - live;
  const done = over - waiting;
  return (
    <p className="progress" role="status">
      <progress value={done} max={Math.max(over, 1)} aria-label="处理进度" />
      <span className="num">
        已处理 {done} / {over}
      </span>
      {live > 0 && <span className="num">通话中 {live}</span>}
      {manual > 0 && <span className="near-soon">其中待人工 {manual}</span>}
    </p>
  );
}
