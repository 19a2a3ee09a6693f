import { Empty } from "../../parts/empty.tsx";
import { type Column, ListTable } from "../../parts/list-table.tsx";
import { LoadFailed } from "../../parts/load-failed.tsx";
import { Loading } from "../../parts/loading.tsx";
import { Progress } from "../../parts/progress.tsx";
import { StateTag } from "../../parts/tags.tsx";
import { shortTime } from "../../parts/time.ts";
import { directionWords } from "../../parts/words.ts";
import { useCalls } from "../../queries.ts";
import type { CallListEntry } from "../../types.ts";

const columns: readonly Column<CallListEntry>[] = [
  { title: "得分", className: "num tight labelled", cell: ({ score }) => score ?? "—" },
  { title: "扣分项", className: "num tight labelled", cell: ({ deductions }) => deductions ?? "—" },
  { title: "工号", className: "num tight labelled", cell: ({ agentId }) => agentId ?? "—" },
  { title: "来源", className: "tight", cell: ({ direction }) => directionWords[direction] },
  { title: "标题", className: "wide", cell: ({ failure, title, id }) => failure ?? title ?? id },
  { title: "状态", className: "tight", cell: ({ state }) => <StateTag state={state} /> },
  { title: "时间", className: "num tight", cell: ({ startedAt }) => shortTime(startedAt) },
];

/** What could not be processed comes first, then the lowest score; what has no score is last. */
const risk = ({ state, score }: CallListEntry) => (state === "needs_person" ? -1 : (score ?? 1_000));

/** Calls by risk, for the quality inspector. */
export function Quality() {
  const { data, error, refetch } = useCalls();
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={8} />;
  const rows = [...data.items].sort((a, b) => risk(a) - risk(b) || (b.deductions ?? 0) - (a.deductions ?? 0));
  return (
    <section>
      <header className="screen-head">
        <h1>质检</h1>
        <span className="quiet">低分在前</span>
        <Progress calls={data.items} />
      </header>
      {rows.length === 0 ? (
        <Empty title="还没有可质检的通话" />
      ) : (
        <ListTable
          label="质检"
          rows={rows}
          columns={columns}
          keyOf={({ id }) => id}
          linkOf={({ id }) => `/quality/${encodeURIComponent(id)}`}
        />
      )}
    </section>
  );
}
