import { Empty } from "../../../parts/empty.tsx";
import { type Column, ListTable } from "../../../parts/list-table.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { Progress } from "../../../parts/progress.tsx";
import { StateTag } from "../../../parts/tags.tsx";
import { shortTime } from "../../../parts/time.ts";
import { useCalls } from "../../../queries.ts";
import type { CallListEntry } from "../../../types.ts";

const columns: readonly Column<CallListEntry>[] = [
  { title: "时间", className: "num tight", cell: ({ startedAt }) => shortTime(startedAt) },
  { title: "状态", className: "tight", cell: ({ state }) => <StateTag state={state} /> },
  { title: "回访的工单", className: "wide", cell: ({ failure, title, id }) => failure ?? title ?? id },
  { title: "工号", className: "num tight labelled", cell: ({ agentId }) => agentId ?? "—" },
  { title: "得分", className: "num tight labelled", cell: ({ score }) => score ?? "—" },
  { title: "扣分项", className: "num tight labelled", cell: ({ deductions }) => deductions ?? "—" },
];

/** Callbacks, newest first. */
export function Callbacks() {
  const { data, error, refetch } = useCalls("callback");
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={8} />;
  return (
    <section>
      <header className="screen-head">
        <h1>回访通话</h1>
        <Progress calls={data.items} />
      </header>
      {data.items.length === 0 ? (
        <Empty title="还没有回访通话">回访通话进来后会出现在这里，逐句核查用语。</Empty>
      ) : (
        <ListTable
          label="回访通话"
          rows={data.items}
          columns={columns}
          keyOf={({ id }) => id}
          linkOf={({ id }) => `/callbacks/${encodeURIComponent(id)}`}
        />
      )}
    </section>
  );
}
