import { nearness } from "../../parts/clocks.tsx";
import type { Column } from "../../parts/list-table.tsx";
import { UrgentTag } from "../../parts/tags.tsx";
import { remaining, shortTime } from "../../parts/time.ts";
import { percent } from "../../parts/words.ts";
import { nextClock, type Waiting } from "./sort.ts";

/** The columns of the queue; what is left is counted from `nowMs`. */
export const queueColumns = (nowMs: number): readonly Column<Waiting>[] => [
  {
    title: "先到期",
    className: "num tight",
    cell: (row) => {
      const clock = nextClock(row);
      if (!clock) return <span className="quiet">—</span>;
      return (
        <span className={`near-${nearness(clock.due, nowMs)}`} title={`${clock.stage} ${shortTime(clock.due)}`}>
          {clock.stage} {remaining(clock.due, nowMs)}
        </span>
      );
    },
  },
  {
    title: "类型",
    className: "tight",
    cell: ({ order }) => (
      <>
        {order.kind} <UrgentTag urgent={order.urgent} />
      </>
    ),
  },
  { title: "标题", className: "wide", cell: ({ title, id }) => title ?? id },
  {
    title: "牵头单位（建议）",
    cell: ({ order }) =>
      order.lead ? (
        <>
          {order.lead} <span className="num quiet">{percent(order.leadConfidence)}</span>
        </>
      ) : (
        <span className="near-soon">请人工选择</span>
      ),
  },
  {
    title: "缺项",
    className: "num tight",
    cell: ({ order }) => (order.missing.length ? `缺 ${order.missing.length} 项` : ""),
  },
];
