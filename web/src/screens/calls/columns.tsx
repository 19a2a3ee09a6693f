import type { Column } from "../../parts/list-table.tsx";
import { StateTag, UrgentTag } from "../../parts/tags.tsx";
import { shortTime } from "../../parts/time.ts";
import { directionWords } from "../../parts/words.ts";
import type { CallListEntry } from "../../types.ts";

const time: Column<CallListEntry> = {
  title: "时间",
  className: "num tight",
  cell: ({ startedAt }) => shortTime(startedAt),
};
const state: Column<CallListEntry> = {
  title: "状态",
  className: "tight",
  cell: ({ state: of }) => <StateTag state={of} />,
};
const title: Column<CallListEntry> = {
  title: "标题",
  className: "wide",
  cell: (call) => call.failure ?? call.title ?? <span className="quiet">{call.id}</span>,
};
const kind: Column<CallListEntry> = {
  title: "类型",
  className: "tight",
  cell: ({ order }) => (
    <>
      {order?.kind ?? <span className="quiet">—</span>} {order && <UrgentTag urgent={order.urgent} />}
    </>
  ),
};
const missing: Column<CallListEntry> = {
  title: "缺项",
  className: "num tight",
  cell: ({ order }) => (order?.missing.length ? `缺 ${order.missing.length} 项` : ""),
};
const lead: Column<CallListEntry> = {
  title: "牵头单位（建议）",
  cell: ({ order }) => order?.lead ?? <span className="quiet">—</span>,
};
const score: Column<CallListEntry> = {
  title: "质检",
  className: "num tight labelled",
  cell: (call) => call.score ?? <span className="quiet">—</span>,
};
const orderState: Column<CallListEntry> = {
  title: "工单",
  className: "tight",
  cell: ({ order }) => (order ? { draft: "草稿", confirmed: "已确认" }[order.state] : <span className="quiet">—</span>),
};
const channel: Column<CallListEntry> = {
  title: "来源",
  className: "tight",
  cell: ({ direction }) => directionWords[direction],
};

export const callColumns: readonly Column<CallListEntry>[] = [
  time,
  channel,
  state,
  kind,
  title,
  missing,
  lead,
  score,
  orderState,
];
