import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { knowledgeApi } from "../../../api-knowledge.ts";
import { Chips } from "../../../parts/chips.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { type Column, ListTable } from "../../../parts/list-table.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { shortTime } from "../../../parts/time.ts";
import type { Use } from "../../../types-knowledge.ts";

const spans = { "7": "7 天", "30": "30 天", "90": "90 天", "365": "一年" };

const columns: readonly Column<Use>[] = [
  { title: "文章", className: "wide", cell: ({ title }) => title },
  { title: "显示", className: "num tight labelled", cell: ({ shown }) => shown },
  { title: "告知", className: "num tight labelled", cell: ({ told }) => told },
  { title: "撤回告知", className: "num tight labelled", cell: ({ undone }) => undone || "" },
  { title: "有用", className: "num tight labelled", cell: ({ useful }) => useful || "" },
  { title: "没用", className: "num tight labelled", cell: ({ useless }) => useless || "" },
  {
    title: "有误",
    className: "num tight labelled",
    cell: ({ wrong }) => (wrong ? <span className="near-over">{wrong}</span> : ""),
  },
  {
    title: "有帮助",
    className: "num tight labelled",
    cell: ({ helpful }) => (helpful === null ? "—" : `${Math.round(helpful * 100)}%`),
  },
  { title: "最近告知", className: "num tight", cell: ({ lastToldAt }) => (lastToldAt ? shortTime(lastToldAt) : "—") },
];

/** How often each article was shown, told and found helpful; what nobody ever saw stands last. */
export function UseFigures() {
  const [days, setDays] = useState<keyof typeof spans>("30");
  const { data, error, refetch } = useQuery({
    queryKey: ["kb", "use", days],
    queryFn: () => knowledgeApi.figures(Number(days)),
  });
  return (
    <section>
      <header className="screen-head">
        <h1>使用情况</h1>
        <Chips label="多久" words={spans} chosen={days} onChoose={setDays} />
        {data && <span className="quiet num">{data.items.filter(({ shown }) => shown === 0).length} 篇从没显示过</span>}
      </header>
      {!data && (error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={8} />)}
      {data?.items.length === 0 && <Empty title="还没有使用记录" />}
      {data && data.items.length > 0 && (
        <ListTable
          label="使用情况"
          rows={data.items}
          columns={columns}
          keyOf={({ articleId }) => articleId}
          linkOf={({ articleId }) => `/articles/${encodeURIComponent(articleId)}/use`}
        />
      )}
    </section>
  );
}
