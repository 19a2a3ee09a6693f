import { useState } from "react";
import { Empty } from "../../parts/empty.tsx";
import { ListTable } from "../../parts/list-table.tsx";
import { LoadFailed } from "../../parts/load-failed.tsx";
import { Loading } from "../../parts/loading.tsx";
import { useNarrow } from "../../parts/use-narrow.ts";
import { useNow } from "../../parts/use-now.ts";
import { useCalls } from "../../queries.ts";
import { queueColumns } from "./columns.tsx";
import { Preview } from "./preview.tsx";
import { countNear, inQueueOrder } from "./sort.ts";

/** Orders that wait for a dispatcher, urgent first, then by the time that is left; the chosen one beside. */
export function Queue() {
  const { data, error, refetch } = useCalls();
  const nowMs = useNow();
  const isNarrow = useNarrow();
  const [chosen, setChosen] = useState<string | null>(null);
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={8} />;
  const rows = inQueueOrder(data.items);
  const { soon, over } = countNear(rows, nowMs);
  const selected = rows.find(({ id }) => id === chosen) ?? rows[0];
  return (
    <section className="fill-height">
      <header className="screen-head">
        <h1>待派工单</h1>
        <span className="num">{rows.length} 件</span>
        {soon > 0 && <span className="num near-soon">临近 {soon}</span>}
        {over > 0 && <span className="num near-over">超期 {over}</span>}
      </header>
      {!selected ? (
        <Empty title="没有待派的工单">新的工单草稿会出现在这里，紧急的排在最前。</Empty>
      ) : (
        <div className="queue">
          <div className="scroll">
            <ListTable
              label="待派工单"
              rows={rows}
              columns={queueColumns(nowMs)}
              keyOf={({ id }) => id}
              linkOf={({ id }) => `/calls/${encodeURIComponent(id)}`}
              onFocusRow={isNarrow ? undefined : ({ id }) => setChosen(id)}
              selectedKey={isNarrow ? undefined : selected.id}
            />
          </div>
          {!isNarrow && <Preview callId={selected.id} />}
        </div>
      )}
    </section>
  );
}
