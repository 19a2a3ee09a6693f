import { Alert } from "antd";
import { Empty } from "../../parts/empty.tsx";
import { type Column, ListTable } from "../../parts/list-table.tsx";
import { LoadFailed } from "../../parts/load-failed.tsx";
import { Loading } from "../../parts/loading.tsx";
import { fullTime } from "../../parts/time.ts";
import { actionWords, whoWords } from "../../parts/words.ts";
import { useAudit, useUsers } from "../../queries.ts";
import type { AuditEntry, User } from "../../types.ts";

/** Ids of people are shown as names; the id itself stays in the title. */
const columnsFor = (users: readonly User[]): readonly Column<AuditEntry>[] => [
  { title: "序号", className: "num tight", cell: ({ seq }) => seq },
  { title: "时间", className: "num tight", cell: ({ at }) => fullTime(at) },
  { title: "谁", className: "tight", cell: ({ actor }) => <span title={actor}>{whoWords(actor, users)}</span> },
  { title: "做了什么", className: "tight", cell: ({ action }) => <span title={action}>{actionWords(action)}</span> },
  {
    title: "对象",
    className: "tight",
    cell: ({ target }) => <span title={target}>{users.find(({ id }) => id === target)?.name ?? target}</span>,
  },
  { title: "内容", className: "code", cell: ({ change }) => (change === null ? "" : JSON.stringify(change)) },
];

/** Who did what, newest first, and whether every line still follows from the one before. */
export function Audit() {
  const { data, error, refetch } = useAudit();
  const users = useUsers();
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={8} />;
  return (
    <section>
      <header className="screen-head">
        <h1>操作记录</h1>
        <span className="quiet">最近 {data.items.length} 条</span>
      </header>
      {data.brokenAt === null ? (
        <p className="chain">记录链完整：每一条都与前一条相扣，未被改动。</p>
      ) : (
        <Alert
          type="error"
          role="alert"
          title={`记录链在第 ${data.brokenAt} 条断开：这一条或它的位置被改动过，请立即核查。`}
        />
      )}
      {data.items.length === 0 ? (
        <Empty title="还没有记录" />
      ) : (
        <ListTable
          label="操作记录"
          rows={data.items}
          columns={columnsFor(users.data?.items ?? [])}
          keyOf={({ seq }) => String(seq)}
        />
      )}
    </section>
  );
}
