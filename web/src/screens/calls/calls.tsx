import { Empty } from "../../parts/empty.tsx";
import { ListTable } from "../../parts/list-table.tsx";
import { LoadFailed } from "../../parts/load-failed.tsx";
import { Loading } from "../../parts/loading.tsx";
import { Progress } from "../../parts/progress.tsx";
import { useCalls } from "../../queries.ts";
import { callColumns } from "./columns.tsx";

/** The calls this person may see, newest first, in sight while they are processed. */
export function Calls() {
  const { data, error, refetch } = useCalls();
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={8} />;
  return (
    <section>
      <header className="screen-head">
        <h1>通话</h1>
        <Progress calls={data.items} />
      </header>
      {data.items.length === 0 ? (
        <Empty title="还没有通话">来电、网络诉求进来后会出现在这里，自动整理成工单草稿。</Empty>
      ) : (
        <ListTable
          label="通话"
          rows={data.items}
          columns={callColumns}
          keyOf={({ id }) => id}
          linkOf={({ id, direction }) =>
            `/${direction === "callback" ? "callbacks" : "calls"}/${encodeURIComponent(id)}`
          }
        />
      )}
    </section>
  );
}
